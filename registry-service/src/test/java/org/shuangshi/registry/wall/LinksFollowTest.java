package org.shuangshi.registry.wall;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/**
 * The narrow links of a change are those that working all of them out again makes, and what joins
 * in space say.
 */
class LinksFollowTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<String> DAYS =
      List.of("2026-05-31", "2026-06-01", "2026-11-30", "2998-12-31", "2999-01-01", "2999-06-01");

  private Connection owner;

  @BeforeAll
  static void town() throws IOException {
    for (String file : List.of("/fixture.sql", "/seen_functions.sql")) {
      try (InputStream in = LinksFollowTest.class.getResourceAsStream(file)) {
        database.execute(
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @BeforeEach
  void begin() throws SQLException {
    owner = database.connect();
    owner.setAutoCommit(false);
    execute("INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'CHANGE')");
  }

  /** Nothing of a test stays. */
  @AfterEach
  void back() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void aBorderThatMovesTakesUnitsAndPeopleAlong() throws SQLException {
    // from 2999 on building 101 lies in the eastern grid; people live there, and one (506) beside
    redraw(41, 120.00, 120.002);
    redraw(40, 120.002, 120.02);
    follow();
    assertThat(words("SELECT grid_id FROM unit_building WHERE unit_id = 301 ORDER BY since"))
        .containsExactly("44", "41", "40");
    assertThat(
            words(
                "SELECT grid_id || ' ' || until FROM person_place WHERE person_id = 501 ORDER BY until"))
        .containsExactly("44 2026-06-01", "41 2999-01-01", "40 infinity");
    assertThat(words("SELECT grid_id FROM estate_grid WHERE estate_id = 61 ORDER BY since"))
        .containsExactly("44", "41", "40");
    linksAreWhatTheFactsSay();
  }

  @Test
  void aUnitThatGoesToAnotherBuildingGoesToItsGrid() throws SQLException {
    execute(
        """
        UPDATE unit SET recorded = tstzrange(lower(recorded), now()), closed_by = (SELECT max(id) FROM change) WHERE id = 301 AND upper_inf(recorded);
        INSERT INTO unit (id, valid, opened_by, building_id, community_id, floor, room)
        SELECT 301, x.valid, (SELECT max(id) FROM change), x.building, x.community, 1, '101'
        FROM (VALUES (daterange('2020-01-01', '2999-01-01'), 101, 11), (daterange('2999-01-01', NULL), 104, 12)) x (valid, building, community)""");
    follow();
    assertThat(words("SELECT grid_id FROM unit_building WHERE unit_id = 301 ORDER BY since"))
        .containsExactly("44", "41", "42");
    linksAreWhatTheFactsSay();
  }

  @Test
  void aBuildingTakenBackLeavesItsUnitsWithoutAGrid() throws SQLException {
    execute(
        "UPDATE building SET recorded = tstzrange(lower(recorded), now()), closed_by = (SELECT max(id) FROM change) WHERE id = 103 AND upper_inf(recorded)");
    follow();
    assertThat(words("SELECT DISTINCT grid_id FROM unit_building WHERE building_id = 103"))
        .containsExactly((String) null);
    linksAreWhatTheFactsSay();
  }

  @Test
  void statesDerivedAfterABuildingMovedLieWhereItLies() throws SQLException {
    execute("UPDATE building_grid SET grid_id = 43 WHERE building_id = 101");
    execute("SELECT occupancy_refresh(ARRAY[301])");
    assertThat(words("SELECT DISTINCT grid_id FROM unit_occupancy WHERE building_id = 101"))
        .containsExactly("43");
    statesLieWhereTheirBuildingsDo();
  }

  /** Today's link, found by its end; read before all is worked out anew. */
  private void statesLieWhereTheirBuildingsDo() throws SQLException {
    assertThat(words("SELECT count(*) FROM unit_occupancy WHERE placed_until IS NOT NULL"))
        .as("placed")
        .isNotEqualTo(List.of("0"));
    assertThat(
            words(
                """
                WITH link AS (
                  SELECT l.*, coalesce(lead(since) OVER (PARTITION BY building_id ORDER BY since), 'infinity') AS until FROM building_grid l
                )
                SELECT o.unit_id || ' ' || o.valid FROM unit_occupancy o
                LEFT JOIN link l ON l.building_id = o.building_id AND l.since <= access.today() AND l.until > access.today()
                WHERE (o.grid_id, o.community_id, o.placed_until) IS DISTINCT FROM
                      (l.grid_id, CASE WHEN l.building_id IS NOT NULL THEN coalesce(l.community_id, 0) END, l.until)"""))
        .as("states")
        .isEmpty();
  }

  private void linksAreWhatTheFactsSay() throws SQLException {
    statesLieWhereTheirBuildingsDo();
    List<List<String>> followed = links();
    execute("SELECT place_all()");
    assertThat(followed).as("followed").isEqualTo(links());
    for (String day : DAYS) {
      assertThat(
              words(
                  """
                  SELECT u.id FROM unit u
                  LEFT JOIN building b ON b.id = u.building_id AND upper_inf(b.recorded) AND b.valid @> DATE '%1$s'
                  LEFT JOIN LATERAL (SELECT l.grid_id, l.community_id, l.building_id FROM unit_building l
                                     WHERE l.unit_id = u.id AND l.since <= '%1$s' ORDER BY l.since DESC LIMIT 1) l ON true
                  WHERE upper_inf(u.recorded) AND u.valid @> DATE '%1$s'
                    AND (l.grid_id, l.community_id, l.building_id) IS DISTINCT FROM (grid_at(b.inside_point, '%1$s'), u.community_id, u.building_id)"""
                      .formatted(day)))
          .as("units on %s", day)
          .isEmpty();
      assertThat(
              words(
                  """
                  SELECT r.person_id || ' ' || coalesce(grid_at(b.inside_point, '%1$s')::text, 'none')
                  FROM residence r
                  JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded) AND u.valid @> DATE '%1$s'
                  LEFT JOIN building b ON b.id = u.building_id AND upper_inf(b.recorded) AND b.valid @> DATE '%1$s'
                  WHERE r.main AND upper_inf(r.recorded) AND r.valid @> DATE '%1$s'
                  EXCEPT
                  SELECT p.person_id || ' ' || coalesce(p.grid_id::text, 'none') FROM person_place p
                  WHERE p.since <= '%1$s' AND p.until > '%1$s'"""
                      .formatted(day)))
          .as("people on %s", day)
          .isEmpty();
      assertThat(
              words(
                  """
                  SELECT e.id FROM estate e
                  LEFT JOIN LATERAL (SELECT l.grid_id, l.community_id FROM estate_grid l
                                     WHERE l.estate_id = e.id AND l.since <= '%1$s' ORDER BY l.since DESC LIMIT 1) l ON true
                  WHERE upper_inf(e.recorded) AND e.valid @> DATE '%1$s'
                    AND (l.grid_id, l.community_id) IS DISTINCT FROM (grid_at(ST_SnapToGrid(ST_PointOnSurface(e.geom), 1e-8), '%1$s'), e.community_id)"""
                      .formatted(day)))
          .as("estates on %s", day)
          .isEmpty();
    }
  }

  private List<List<String>> links() throws SQLException {
    List<List<String>> links = new ArrayList<>();
    for (String cache :
        List.of("building_grid", "address_grid", "estate_grid", "unit_building", "person_place")) {
      links.add(words("SELECT to_jsonb(t)::text FROM " + cache + " t ORDER BY 1"));
    }
    return links;
  }

  private void redraw(int grid, double west, double east) throws SQLException {
    execute(
        """
        UPDATE grid SET recorded = tstzrange(lower(recorded), now()), closed_by = (SELECT max(id) FROM change) WHERE id = %1$d AND upper_inf(recorded);
        INSERT INTO grid (id, valid, opened_by, code, name, kind, setting, community_id, geom)
        SELECT g.id, x.valid, (SELECT max(id) FROM change), g.code, g.name, g.kind, g.setting, g.community_id, x.geom
        FROM grid g CROSS JOIN LATERAL (VALUES
          (daterange(lower(g.valid), '2999-01-01'), g.geom),
          (daterange('2999-01-01', NULL), ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(%2$s, 30.00, %3$s, 30.02, 4490), 1e-8)))) x (valid, geom)
        WHERE g.id = %1$d AND g.closed_by = (SELECT max(id) FROM change)"""
            .formatted(grid, west, east));
  }

  private void follow() throws SQLException {
    execute("SELECT follow_links((SELECT max(id) FROM change))");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> words(String sql) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        words.add(row.getString(1));
      }
    }
    return words;
  }
}
