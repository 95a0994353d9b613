package org.shuangshi.registry.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.area.Placement;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.grid.GridCardResponse.Band;
import org.shuangshi.registry.grid.GridCardResponse.Role;
import org.shuangshi.registry.grid.GridCardResponse.TeamMember;
import org.shuangshi.registry.region.RegionReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grids themselves. */
@Repository
class GridRepository {
  private static final String LIST = Sql.of("grid/list.sql");
  private static final String CARD = Sql.of("grid/card.sql");
  private static final String TEAM = Sql.of("grid/team.sql");

  private final JdbcClient jdbc;

  GridRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<GridResponse> list(GridQuery query, String afterCode, int rows) {
    Window window = query.window();
    return jdbc.sql(LIST)
        .param("asOf", query.asOf())
        .param("community", query.community())
        .param("number", query.number())
        .param("west", window == null ? null : window.west())
        .param("south", window == null ? null : window.south())
        .param("east", window == null ? null : window.east())
        .param("north", window == null ? null : window.north())
        .param("withGeometry", query.withGeometry())
        .param("afterCode", afterCode)
        .param("limit", rows)
        .query(
            (row, n) ->
                new GridResponse(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getInt("number"),
                    row.getString("name"),
                    GridKind.valueOf(row.getString("kind")),
                    GridSetting.valueOf(row.getString("setting")),
                    RegionReference.of(row, "community"),
                    Placement.bbox(row),
                    Placement.centre(row),
                    row.getString("geometry")))
        .list();
  }

  Optional<GridCardResponse> find(String code, LocalDate asOf) {
    List<TeamMember> team = team(code, asOf);
    return jdbc.sql(CARD)
        .param("code", code)
        .param("asOf", asOf)
        .query(
            (row, n) ->
                new GridCardResponse(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getInt("number"),
                    row.getString("name"),
                    GridKind.valueOf(row.getString("kind")),
                    GridSetting.valueOf(row.getString("setting")),
                    RegionReference.of(row, "community"),
                    CodeName.of(row, "street"),
                    CodeName.of(row, "district"),
                    Placement.bbox(row),
                    Placement.centre(row),
                    row.getString("geometry"),
                    band(row),
                    team))
        .optional();
  }

  private List<TeamMember> team(String code, LocalDate asOf) {
    return jdbc.sql(TEAM)
        .param("code", code)
        .param("asOf", asOf)
        .query(
            (row, n) ->
                new TeamMember(
                    Role.valueOf(row.getString("role")),
                    row.getString("name"),
                    row.getString("phone")))
        .list();
  }

  static @Nullable Band band(ResultSet row) throws SQLException {
    Integer low = Columns.integer(row, "band_low");
    return low == null ? null : new Band(low, row.getInt("band_high"));
  }
}
