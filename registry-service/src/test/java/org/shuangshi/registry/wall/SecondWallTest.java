package org.shuangshi.registry.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.TestDatabase;

/** Row-level security by itself: what the service's role sees and writes, whatever it asks. */
class SecondWallTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Read by everybody who is signed in, or narrow links without a value of anybody's. */
  private static final List<String> OPEN =
      List.of(
          "region",
          "grid",
          "road",
          "context_feature",
          "setting",
          "household_band",
          "change",
          "building_grid",
          "cell",
          "cell_building",
          "address_grid",
          "estate_grid",
          "unit_building",
          "person_place");

  private static final String NOT_ALLOWED = "42501";

  @BeforeAll
  static void town() {
    database.execute(resource("/fixture.sql"));
    database.execute(resource("/seen_functions.sql"));
  }

  /** An account and what it was granted; unplaced: it imports. */
  private record Granted(long account, List<Long> communities, List<Long> grids) {}

  static Stream<String> tables() {
    return lines().map(line -> line.substring(0, line.indexOf('|')));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsSeenIsWhatLiesInTheAreas(String table) throws Exception {
    Random dice = new Random(4490);
    String expected =
        lines().filter(line -> line.startsWith(table + "|")).findFirst().orElseThrow();
    for (int i = 0; i < 12; i++) {
      Granted granted =
          grant(some(dice, 11, 12), some(dice, 40, 41, 42, 43, 44, 45), i % 3 == 0, "officer");
      String sql =
          expected
              .substring(table.length() + 1)
              .replace(":c", array(granted.communities()))
              .replace(":g", array(granted.grids()));
      try (Connection owner = database.connect();
          Connection service = service(granted.account())) {
        String column = table.equals("unit_occupancy") ? "unit_id" : "version";
        assertThat(ids(service, "SELECT " + column + " FROM " + table))
            .as("%s in %s", table, granted)
            .containsExactlyInAnyOrderElementsOf(ids(owner, sql));
      }
    }
  }

  /** Places of states hold for days; from then on the link says where a building lies. */
  @ParameterizedTest
  @ValueSource(strings = {"placed_until = access.today()", "placed_until = NULL"})
  void aPlaceThatIsOverIsNotAsked(String over) throws Exception {
    Granted granted = grant(List.of(), List.of(41L), false, "officer");
    String seen = "SELECT unit_id FROM unit_occupancy";
    List<Long> before;
    try (Connection service = service(granted.account())) {
      before = ids(service, seen);
    }
    assertThat(before).isNotEmpty();
    database.execute("CREATE TABLE placed AS SELECT * FROM unit_occupancy");
    try {
      database.execute("UPDATE unit_occupancy SET grid_id = 41, " + over);
      try (Connection service = service(granted.account())) {
        assertThat(ids(service, seen)).containsExactlyInAnyOrderElementsOf(before);
      }
      database.execute("UPDATE unit_occupancy SET grid_id = 41, placed_until = 'infinity'");
      try (Connection service = service(granted.account());
          Connection owner = database.connect()) {
        assertThat(ids(service, seen))
            .as("the place itself is asked")
            .containsExactlyInAnyOrderElementsOf(ids(owner, seen));
      }
    } finally {
      database.execute(
          "UPDATE unit_occupancy o SET grid_id = p.grid_id, placed_until = p.placed_until"
              + " FROM placed p WHERE p.unit_id = o.unit_id AND p.valid = o.valid; DROP TABLE placed");
    }
  }

  @Test
  void everyFactTableIsBehindTheWallOrNamedHere() throws Exception {
    try (Connection owner = database.connect();
        Connection nobody = database.register().asService().connect()) {
      for (String table :
          words(
              owner,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'register'"
                  + " AND has_table_privilege('registry_service', 'register.' || table_name, 'SELECT')"
                  + " ORDER BY 1")) {
        if (!OPEN.contains(table)) {
          assertThat(ids(owner, "SELECT count(*) FROM " + table)).as(table).isNotEmpty();
          assertThat(ids(nobody, "SELECT count(*) FROM " + table)).as(table).containsExactly(0L);
        }
      }
    }
  }

  @Test
  void theServiceOwnsNothingAndCannotGrowItsRights() throws Exception {
    try (Connection service = database.register().asService().connect()) {
      assertThat(
              ids(
                  service,
                  "SELECT count(*) FROM pg_class WHERE relowner = to_regrole('registry_service')"))
          .containsExactly(0L);
      for (String sql :
          List.of(
              "ALTER TABLE register.building DISABLE ROW LEVEL SECURITY",
              "UPDATE access.reach SET ids = '{(,)}'",
              "DELETE FROM access.event",
              "UPDATE register.building SET community_id = 11",
              "SELECT name FROM register.person; SET ROLE registry_settle; SELECT name FROM register.person")) {
        assertThatThrownBy(() -> execute(service, sql))
            .as(sql)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
      }
    }
  }

  @Test
  void writesOutsideAreRefused() throws Exception {
    Granted granted = grant(List.of(), List.of(41L), false, "officer");
    try (Connection service = service(granted.account())) {
      service.setAutoCommit(false);
      String change =
          "INSERT INTO change (who, why, source, kind) VALUES ('w', 'w', 'w', 'CHANGE')";
      String opened =
          "INSERT INTO evidence (id, valid, opened_by, unit_id, kind, finding) VALUES"
              + " (%d, '[2026-01-01,2026-01-02)', access.current_change(), %d, 'VISIT', 'NOTED')";
      execute(
          service,
          change
              + "; INSERT INTO identity.evidence (id, source, key) VALUES (891, 'w', '891'); "
              + String.format(opened, 891, 301));
      service.commit();
      execute(
          service,
          change
              + "; INSERT INTO identity.evidence (id, source, key) VALUES (892, 'w', '892'); "
              + String.format(opened, 892, 311));
      assertThatThrownBy(service::commit)
          .hasMessageContaining("outside the areas of the account: evidence 892");
      service.rollback();
      execute(service, change);
      assertThatThrownBy(
              () ->
                  execute(
                      service,
                      "INSERT INTO evidence (id, valid, opened_by, unit_id, kind, finding) VALUES"
                          + " (893, '[2026-01-01,)', 1, 301, 'VISIT', 'NOTED')"))
          .hasMessageContaining("row-level security");
      service.rollback();
      execute(service, change);
      String close =
          "UPDATE evidence SET recorded = tstzrange(lower(recorded), now()),"
              + " closed_by = access.current_change() WHERE upper_inf(recorded) AND id = ";
      try (Statement statement = service.createStatement()) {
        assertThat(statement.executeUpdate(close + 807)).as("lies in grid 40").isZero();
        assertThat(statement.executeUpdate(close + 801)).as("lies in grid 41").isOne();
      }
      service.rollback();
    }
  }

  @Test
  void theLinksAreWhatTheJoinSays() throws Exception {
    try (Connection owner = database.connect()) {
      for (String day :
          List.of("2019-12-31", "2020-01-01", "2026-05-31", "2026-06-01", "2030-01-01")) {
        for (String[] kind : new String[][] {{"building", "inside_point"}, {"address", "geom"}}) {
          assertThat(
                  ids(
                      owner,
                      "SELECT x.id FROM %1$s x LEFT JOIN %1$s_grid l ON l.%1$s_id = x.id AND l.valid @> '%3$s'::date WHERE upper_inf(x.recorded) AND x.valid @> '%3$s'::date AND (l.valid IS NULL OR l.grid_id IS DISTINCT FROM grid_at(x.%2$s, '%3$s'))"
                          .formatted(kind[0], kind[1], day)))
              .as("%s on %s", kind[0], day)
              .isEmpty();
        }
      }
      assertThat(
              ids(
                  owner,
                  "SELECT grid_id FROM building_grid WHERE building_id = 102 ORDER BY since"))
          .as("on the edge of 40 and 41, before in 44")
          .containsExactly(44L, 40L);
    }
  }

  private static Granted grant(
      List<Long> communities, List<Long> grids, boolean unplaced, String role) throws SQLException {
    try (Connection owner = database.connect()) {
      long account =
          ids(
                  owner,
                  "INSERT INTO access.account (name, display_name) VALUES"
                      + " ('a' || gen_random_uuid(), 'a') RETURNING id")
              .get(0);
      List<Long> all = new ArrayList<>(communities);
      String grant =
          "INSERT INTO access.role_grant (account_id, role_id, %s, days, granted_by)"
              + " SELECT %d, id, %d, '[2020-01-01,)', 't' FROM access.role WHERE name = '%s'";
      for (long community : communities) {
        execute(
            owner,
            String.format(grant, "region_id", account, community, unplaced ? "steward" : role));
      }
      for (long grid : grids) {
        execute(owner, String.format(grant, "grid_id", account, grid, role));
      }
      if (unplaced && !communities.isEmpty()) {
        all.add(0L);
      }
      ids(owner, "SELECT access.refresh_areas(" + account + ", access.today())");
      // granted in vain: a grid that is over, or whose community is granted
      List<Long> today =
          ids(
              owner,
              "SELECT id FROM grid WHERE id = ANY (%s) AND valid @> access.today() AND community_id <> ALL (%s)"
                  .formatted(array(grids), array(communities)));
      return new Granted(account, all, today);
    }
  }

  private static Connection service(long account) throws SQLException, DatabaseException {
    Connection service = database.register().asService().connect();
    execute(service, "SET registry.account = '" + account + "'");
    return service;
  }

  private static List<Long> some(Random dice, long... ids) {
    List<Long> some = new ArrayList<>();
    for (long id : ids) {
      if (dice.nextInt(3) == 0) {
        some.add(id);
      }
    }
    return some;
  }

  private static String array(List<Long> ids) {
    return "'" + ids.toString().replace('[', '{').replace(']', '}') + "'::bigint[]";
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Long> ids(Connection connection, String sql) throws SQLException {
    return words(connection, sql).stream().map(Long::valueOf).toList();
  }

  private static List<String> words(Connection connection, String sql) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        words.add(row.getString(1));
      }
    }
    return words;
  }

  private static Stream<String> lines() {
    return resource("/seen.sql").lines().filter(line -> !line.startsWith("--"));
  }

  private static String resource(String name) {
    try (InputStream in = SecondWallTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
