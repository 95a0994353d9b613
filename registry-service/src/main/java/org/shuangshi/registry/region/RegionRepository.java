package org.shuangshi.registry.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Placement;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RegionRepository {
  private static final String LIST = Sql.of("region/list.sql");
  private static final String CARD = Sql.of("region/card.sql");

  private final JdbcClient jdbc;

  RegionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RegionResponse> list(
      LocalDate asOf,
      @Nullable RegionLevel level,
      @Nullable String parent,
      boolean geometry,
      String afterCode,
      int rows) {
    return jdbc.sql(LIST)
        .param("asOf", asOf)
        .param("level", level == null ? null : level.name())
        .param("parent", parent)
        .param("withGeometry", geometry)
        .param("afterCode", afterCode)
        .param("limit", rows)
        .query((row, n) -> region(row))
        .list();
  }

  Optional<RegionResponse> find(String code, LocalDate asOf) {
    return jdbc.sql(CARD)
        .param("code", code)
        .param("asOf", asOf)
        .query((row, n) -> region(row))
        .optional();
  }

  private static RegionResponse region(ResultSet row) throws SQLException {
    return new RegionResponse(
        row.getLong("id"),
        row.getString("code"),
        RegionLevel.valueOf(row.getString("level")),
        row.getString("name"),
        RegionReference.of(row, "parent"),
        Placement.bbox(row),
        Placement.centre(row),
        row.getString("geometry"));
  }
}
