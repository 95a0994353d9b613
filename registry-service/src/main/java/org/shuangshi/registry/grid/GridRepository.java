package org.shuangshi.registry.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.area.Placement;
import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.grid.GridCardResponse.Band;
import org.shuangshi.registry.grid.GridCardResponse.Role;
import org.shuangshi.registry.grid.GridCardResponse.TeamMember;
import org.shuangshi.registry.region.RegionReference;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grids themselves. */
@Repository
class GridRepository {
  private static final BeliefStatement LIST = BeliefStatement.of("grid/list.sql");
  private static final BeliefStatement CARD = BeliefStatement.of("grid/card.sql");
  private static final BeliefStatement TEAM = BeliefStatement.of("grid/team.sql");

  private final JdbcClient jdbc;

  GridRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<GridResponse> list(GridQuery query, String afterCode, int rows) {
    Window window = query.window();
    return LIST.ask(jdbc, query.when())
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

  Optional<GridCardResponse> find(String code, When when) {
    List<TeamMember> team = team(code, when);
    return CARD.ask(jdbc, when)
        .param("code", code)
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

  private List<TeamMember> team(String code, When when) {
    return TEAM.ask(jdbc, when)
        .param("code", code)
        .query(
            (row, n) ->
                new TeamMember(
                    row.getLong("id"),
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
