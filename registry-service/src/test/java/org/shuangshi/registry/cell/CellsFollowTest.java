package org.shuangshi.registry.cell;

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

/** Cells stay what they are while the outline of their grid does, whatever else changes. */
class CellsFollowTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String CELLS =
      "SELECT m.cell_id || ':' || c.valid || ':' || string_agg(m.building_id::text, ',' ORDER BY m.building_id)"
          + " FROM register.cell c JOIN register.cell_building m ON m.cell_id = c.id WHERE c.grid_id = %d GROUP BY m.cell_id, c.valid ORDER BY m.cell_id";

  private Connection owner;

  @BeforeAll
  static void town() throws IOException {
    for (String file : List.of("/fixture.sql", "/cells.sql")) {
      try (InputStream in = CellsFollowTest.class.getResourceAsStream(file)) {
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
  void workingThemOutAgainChangesNothing() throws SQLException {
    List<String> before = words(CELLS.formatted(41));
    execute("SELECT place_all()");
    assertThat(words(CELLS.formatted(41))).isEqualTo(before).hasSizeGreaterThan(1);
  }

  @Test
  void whoComesJoinsTheCellOfItsNearestNeighbour() throws SQLException {
    String neighbour =
        words(
                "SELECT m.building_id FROM register.cell c JOIN register.cell_building m ON m.cell_id = c.id WHERE c.grid_id = 41 AND m.building_id > 3000 ORDER BY 1 LIMIT 1")
            .get(0);
    execute(
        """
        INSERT INTO identity.building (id, source, key) VALUES (9001, 't', '9001');
        INSERT INTO building (id, valid, opened_by, use, status, community_id, footprint)
        SELECT 9001, '[2026-11-01,)', currval(pg_get_serial_sequence('register.change', 'id')), 'RESIDENTIAL', 'STANDING', 11,
               ST_Translate(footprint, 0.000001, 0.000001) FROM building WHERE id = %s"""
            .formatted(neighbour));
    List<String> before = words("SELECT id FROM register.cell ORDER BY 1");
    follow();
    assertThat(words("SELECT id FROM register.cell ORDER BY 1")).isEqualTo(before);
    assertThat(words("SELECT cell_id FROM register.cell_building WHERE building_id = 9001"))
        .isEqualTo(
            words(
                "SELECT m.cell_id FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id WHERE c.grid_id = 41 AND m.building_id = "
                    + neighbour))
        .hasSize(1);
  }

  @Test
  void anotherOutlineHasOtherCellsFromItsDayOn() throws SQLException {
    List<String> before = words("SELECT id FROM register.cell WHERE grid_id = 41 ORDER BY 1");
    execute(
        """
        UPDATE grid SET recorded = tstzrange(lower(recorded), now()), closed_by = (SELECT max(id) FROM change) WHERE id = 41 AND upper_inf(recorded);
        INSERT INTO grid (id, valid, opened_by, code, name, kind, setting, community_id, geom)
        SELECT id, daterange(lower(valid), '2026-12-01'), (SELECT max(id) FROM change), code, name, kind, setting, community_id, geom
        FROM grid WHERE id = 41;
        INSERT INTO grid (id, valid, opened_by, code, name, kind, setting, community_id, geom)
        SELECT id, '[2026-12-01,)', opened_by, code, name, kind, setting, community_id,
               ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(120.00, 30.00, 120.01, 30.015, 4490), 1e-8))
        FROM grid WHERE id = 41 AND upper_inf(recorded)""");
    follow();
    assertThat(
            words(
                "SELECT id FROM register.cell WHERE grid_id = 41 AND valid @> DATE '2026-11-30' ORDER BY 1"))
        .isEqualTo(before);
    assertThat(
            words("SELECT id FROM register.cell WHERE grid_id = 41 AND valid @> DATE '2026-12-01'"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(before);
  }

  @Test
  void aWholeGridIsDividedOnceItHasTheHouseholds() throws SQLException {
    execute(
        """
        CREATE TEMP TABLE away ON COMMIT DROP AS SELECT * FROM residence WHERE unit_id > 40000;
        DELETE FROM residence WHERE unit_id > 40000;
        DELETE FROM register.cell;
        SELECT place_all()""");
    assertThat(words("SELECT count(*) FROM register.cell WHERE grid_id = 41")).containsExactly("1");
    execute(
        "UPDATE away SET opened_by = (SELECT max(id) FROM change); DO $do$ BEGIN EXECUTE (SELECT format('INSERT INTO residence (%1$s) OVERRIDING SYSTEM VALUE SELECT %1$s FROM away', string_agg(column_name, ', '))"
            + " FROM information_schema.columns WHERE table_schema = 'register' AND table_name = 'residence' AND is_generated = 'NEVER'); END $do$");
    follow();
    assertThat(words("SELECT id FROM register.cell WHERE grid_id = 41")).hasSizeGreaterThan(1);
    assertThat(
            words(
                "SELECT count(*) FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id WHERE c.grid_id = 41 GROUP BY m.building_id HAVING count(*) > 1"))
        .isEmpty();
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
