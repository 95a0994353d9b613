package org.shuangshi.registry.account;

import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The version of all rights, where no session or token tells it. */
@Component
class AccountVersion {
  private static final String VERSION = Sql.of("account/version.sql");

  private final JdbcClient jdbc;

  AccountVersion(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long read() {
    return jdbc.sql(VERSION).query(Long.class).single();
  }
}
