package org.shuangshi.registry.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.grid.GridKind;
import org.shuangshi.registry.grid.GridSetting;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.plan.Ground.HouseholdBand;
import org.shuangshi.registry.plan.Ground.Standing;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands where plans are drawn. */
@Repository
class GroundRepository {
  private static final String COMMUNITY_IDS = Sql.of("ground/community_ids.sql");
  private static final String COMMUNITIES = Sql.of("ground/communities.sql");
  private static final String GRIDS = Sql.of("ground/grids.sql");
  private static final String LAST_KNOWN_DAY = Sql.of("ground/last_known_day.sql");
  private static final String TEAMS = Sql.of("ground/teams.sql");
  private static final String NUMBERS = Sql.of("ground/numbers.sql");
  private static final String FOOTPRINTS = Sql.of("ground/footprints.sql");
  private static final String LINES = Sql.of("ground/lines.sql");
  private static final String SETTING = Sql.of("ground/setting.sql");

  private final JdbcClient jdbc;

  GroundRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The same asked through a connection of a transaction. */
  GroundRepository through(JdbcClient other) {
    return new GroundRepository(other);
  }

  /** By code the ids of communities there are on a day. */
  Map<String, Long> communityIds(List<String> codes, LocalDate today) {
    Map<String, Long> ids = new HashMap<>();
    jdbc.sql(COMMUNITY_IDS)
        .param("codes", codes.toArray(String[]::new))
        .param("today", today)
        .query((RowCallbackHandler) row -> ids.put(row.getString("code"), row.getLong("id")));
    return ids;
  }

  /** What communities are called on a day. */
  List<CodeName> names(List<Long> communities, LocalDate day) {
    return communities(communities, day).stream()
        .map(each -> new CodeName(each.code(), each.name()))
        .toList();
  }

  LocalDate lastKnownDay(List<Long> communities, LocalDate today) {
    return jdbc.sql(LAST_KNOWN_DAY)
        .param("communities", communities.toArray(Long[]::new))
        .param("today", today)
        .query(LocalDate.class)
        .single();
  }

  Ground ground(List<Long> communities, LocalDate day) {
    List<Standing> own = new ArrayList<>();
    List<Standing> ring = new ArrayList<>();
    jdbc.sql(GRIDS)
        .param("communities", communities.toArray(Long[]::new))
        .param("asOf", day)
        .query(
            (RowCallbackHandler) row -> (row.getBoolean("held") ? ring : own).add(standing(row)));
    return new Ground(
        day,
        communities(communities, day),
        own,
        ring,
        teams(own.stream().map(Standing::id).toList(), day));
  }

  /** With their borders, on a day. */
  List<Community> communities(List<Long> ids, LocalDate day) {
    return jdbc.sql(COMMUNITIES)
        .param("communities", ids.toArray(Long[]::new))
        .param("asOf", day)
        .query(
            (row, n) ->
                new Community(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getString("name"),
                    band(row, "urban"),
                    band(row, "rural"),
                    Shapes.ofWkb(row.getBytes("geom"))))
        .list();
  }

  private Map<Long, List<PlanPost>> teams(List<Long> grids, LocalDate day) {
    Map<Long, List<PlanPost>> teams = new HashMap<>();
    jdbc.sql(TEAMS)
        .param("grids", grids.toArray(Long[]::new))
        .param("asOf", day)
        .query(
            (RowCallbackHandler)
                row ->
                    teams
                        .computeIfAbsent(row.getLong("grid_id"), grid -> new ArrayList<>())
                        .add(
                            new PlanPost(
                                PlanPost.Role.valueOf(row.getString("role")),
                                row.getString("name"),
                                row.getString("phone"))));
    return teams;
  }

  /**
   * By code of a community the numbers grids of it have or ever had.
   *
   * @param except change whose own numbers are left out; null: none
   */
  Map<String, Set<Integer>> numbers(List<Community> communities, @Nullable Long except) {
    Map<String, Set<Integer>> numbers = new HashMap<>();
    jdbc.sql(NUMBERS)
        .param("codes", communities.stream().map(Community::code).toArray(String[]::new))
        .param("except", except)
        .query(
            (RowCallbackHandler)
                row ->
                    numbers
                        .computeIfAbsent(row.getString("community"), code -> new HashSet<>())
                        .add(row.getInt("number")));
    return numbers;
  }

  List<Footprint> footprints(List<Long> communities, LocalDate day) {
    return jdbc.sql(FOOTPRINTS)
        .param("communities", communities.toArray(Long[]::new))
        .param("asOf", day)
        .query(
            (row, n) ->
                new Footprint(
                    row.getLong("id"),
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    Shapes.ofWkb(row.getBytes("footprint"))))
        .list();
  }

  /** Roads, water and compounds. */
  List<GuideLine> lines(List<Long> communities, LocalDate day) {
    return jdbc.sql(LINES)
        .param("communities", communities.toArray(Long[]::new))
        .param("asOf", day)
        .query(
            (row, n) ->
                new GuideLine(
                    GuideLine.Kind.valueOf(row.getString("kind")),
                    row.getLong("id"),
                    row.getString("class"),
                    row.getString("name"),
                    Shapes.ofWkb(row.getBytes("geom"))))
        .list();
  }

  String setting(String name) {
    return jdbc.sql(SETTING).param("name", name).query(String.class).single();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("code"),
        row.getString("name"),
        GridKind.valueOf(row.getString("kind")),
        GridSetting.valueOf(row.getString("setting")),
        row.getLong("community_id"),
        row.getString("until").equals("infinity"),
        Shapes.ofWkb(row.getBytes("geom")));
  }

  private static @Nullable HouseholdBand band(ResultSet row, String setting) throws SQLException {
    Integer low = Columns.integer(row, setting + "_low");
    return low == null ? null : new HouseholdBand(low, row.getInt(setting + "_high"));
  }
}
