package org.shuangshi.registry.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names the statement an administrator has to run where the spatial indexes would be lost under
 * row-level security. Looked at on every start: an update of the extension takes the mark away.
 */
@Component
class OverlapCheck {
  private static final Logger log = LoggerFactory.getLogger(OverlapCheck.class);
  private static final String LEAKPROOF = Sql.of("database/overlap_leakproof.sql");

  private final JdbcClient jdbc;

  OverlapCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void check() {
    if (!jdbc.sql(LEAKPROOF).query(Boolean.class).single()) {
      log.warn(
          "geometry_overlaps 未标记为 LEAKPROOF，启用行级权限后空间索引会失效；请由超级用户执行："
              + "ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF");
    }
  }
}
