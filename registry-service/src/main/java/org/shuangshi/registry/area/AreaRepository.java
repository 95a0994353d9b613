package org.shuangshi.registry.area;

import java.time.LocalDate;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells an area that is empty from one that does not exist. */
@Repository
public class AreaRepository {
  private static final String GRID_KNOWN = Sql.of("area/grid_known.sql");
  private static final String REGION_KNOWN = Sql.of("area/region_known.sql");

  private final JdbcClient jdbc;

  AreaRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refuses an area that nothing has on that day. Lists ask this only when they came out empty: the
   * common answer then costs one statement.
   */
  public void requireKnown(Area area, LocalDate asOf) {
    if (area instanceof Area.OfGrid grid && !known(GRID_KNOWN, grid.code(), asOf)) {
      throw unknownGrid(grid.code(), asOf);
    }
    if (area instanceof Area.OfRegion region && !known(REGION_KNOWN, region.code(), asOf)) {
      throw unknownRegion(region.code(), asOf);
    }
  }

  public static Refusal unknownGrid(String code, LocalDate asOf) {
    return Refusal.unknown("grid.unknown", asOf + " 没有编码为 " + code + " 的网格");
  }

  public static Refusal unknownRegion(String code, LocalDate asOf) {
    return Refusal.unknown("region.unknown", asOf + " 没有编码为 " + code + " 的行政区划");
  }

  private boolean known(String statement, String code, LocalDate asOf) {
    return jdbc.sql(statement)
        .param("code", code)
        .param("asOf", asOf)
        .query(Boolean.class)
        .single();
  }
}
