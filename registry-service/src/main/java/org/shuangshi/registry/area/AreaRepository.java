package org.shuangshi.registry.area;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells an area that is empty from one that does not exist. */
@Repository
public class AreaRepository {
  private static final BeliefStatement GRID_KNOWN = BeliefStatement.of("area/grid_known.sql");
  private static final BeliefStatement REGION_KNOWN = BeliefStatement.of("area/region_known.sql");
  private static final String GRID_SHAPE = Sql.of("area/grid_shape.sql");
  private static final String REGION_SHAPE = Sql.of("area/region_shape.sql");

  private static final int SRID = 4490;

  private final JdbcClient jdbc;

  AreaRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refuses an area that nothing has on that day. Lists ask this only when they came out empty: the
   * common answer then costs one statement.
   */
  public void requireKnown(Area area, When when) {
    if (area instanceof Area.OfGrid grid && !known(GRID_KNOWN, grid.code(), when)) {
      throw unknownGrid(grid.code(), when.asOf());
    }
    if (area instanceof Area.OfRegion region && !known(REGION_KNOWN, region.code(), when)) {
      throw unknownRegion(region.code(), when.asOf());
    }
  }

  /** Outline of an area on that day, EPSG:4490; null for the whole register. */
  public @Nullable Geometry shape(Area area, LocalDate asOf) {
    if (area instanceof Area.OfGrid grid) {
      return outline(GRID_SHAPE, grid.code(), asOf)
          .orElseThrow(() -> unknownGrid(grid.code(), asOf));
    }
    if (area instanceof Area.OfRegion region) {
      return outline(REGION_SHAPE, region.code(), asOf)
          .orElseThrow(() -> unknownRegion(region.code(), asOf));
    }
    return area instanceof Area.OfShape shape ? shape.geometry() : null;
  }

  private Optional<Geometry> outline(String statement, String code, LocalDate asOf) {
    return jdbc.sql(statement)
        .param("code", code)
        .param("asOf", asOf)
        .query(
            (row, number) -> {
              try {
                Geometry geometry = new WKBReader().read(row.getBytes("geom"));
                geometry.setSRID(SRID);
                return geometry;
              } catch (ParseException e) {
                throw new SQLException("geometry that is no WKB", e);
              }
            })
        .optional();
  }

  public static Refusal unknownGrid(String code, LocalDate asOf) {
    return Refusal.unknown("grid.unknown", asOf + " 没有编码为 " + code + " 的网格");
  }

  public static Refusal unknownRegion(String code, LocalDate asOf) {
    return Refusal.unknown("region.unknown", asOf + " 没有编码为 " + code + " 的行政区划");
  }

  private boolean known(BeliefStatement statement, String code, When when) {
    return statement.ask(jdbc, when).param("code", code).query(Boolean.class).single();
  }
}
