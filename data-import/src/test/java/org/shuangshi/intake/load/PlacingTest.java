package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/** What memory works out is what the database's own join answers: edges, holes, parts and days. */
class PlacingTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String JOIN =
      """
      SELECT DISTINCT ON (p.line) p.line || ' ' || r.id
      FROM place p
      JOIN register.region r ON upper_inf(r.recorded) AND r.level = 'COMMUNITY' AND r.valid @> p.day AND ST_Covers(r.geom, p.point)
      ORDER BY p.line, r.id""";

  @BeforeAll
  static void town() {
    database.execute(
        """
        SET search_path = register, public;
        INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'IMPORT');
        INSERT INTO identity.region (id, source, key) SELECT 10 + i, 't', i FROM generate_series(0, 25) i;
        -- a lattice that touches; one with a hole, one in two parts, one that ends, a street over all of it
        INSERT INTO region (id, valid, opened_by, level, code, name, geom)
        SELECT 10 + i, CASE WHEN i = 7 THEN daterange('2020-01-01', '2025-01-01') ELSE daterange('2020-01-01', NULL) END, 1, 'COMMUNITY',
               '339901001' || to_char(i + 1, 'FM000'), '社区' || i,
               ST_Multi(CASE i WHEN 3 THEN ST_Difference(b, ST_Buffer(ST_Centroid(b), 0.005))
                               WHEN 4 THEN ST_Union(b, ST_Translate(b, 0.06, 0)) ELSE b END)
        FROM generate_series(0, 24) i
        CROSS JOIN LATERAL (SELECT ST_SnapToGrid(ST_MakeEnvelope(120 + i % 5 * 0.02, 30 + i / 5 * 0.02, 120.02 + i % 5 * 0.02, 30.02 + i / 5 * 0.02, 4490), 1e-8) AS b) x;
        INSERT INTO region (id, valid, opened_by, level, code, name, geom)
        VALUES (17, '[2025-01-01,)', 1, 'COMMUNITY', '339901001008', '大了', ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(120.03, 30.02, 120.07, 30.05, 4490), 1e-8))),
               (35, '[2020-01-01,)', 1, 'STREET', '339901001', '街道', ST_Multi(ST_MakeEnvelope(119, 29, 122, 32, 4490)))""");
  }

  @Test
  void everyPlaceIsWhereTheDatabaseHasIt() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      run(
          connection,
          """
          CREATE TEMP TABLE place ON COMMIT DROP AS
          -- fifty steps each way, edges and corners among them, some outside; and as many anywhere
          SELECT i AS line, ST_SetSRID(ST_MakePoint(120 + i % 75 * 0.002, 30 + i / 75 * 0.002), 4490) AS point, date '2024-12-31' + i % 3 AS day
          FROM generate_series(0, 4000) i
          UNION ALL
          SELECT 5000 + i, ST_SetSRID(ST_MakePoint(119.99 + random() * 0.2, 29.99 + random() * 0.12), 4490), date '2019-12-31' + i % 2500
          FROM generate_series(0, 40000) i""");
      new Placing(new LoadSql(connection)).place();
      List<String> placed =
          ask(connection, "SELECT line || ' ' || community_id FROM placed ORDER BY line");
      assertThat(placed).hasSizeGreaterThan(10_000).isEqualTo(ask(connection, JOIN));
      connection.rollback();
    }
  }

  @Test
  void whereThereIsNoPlaceNobodyIsPlaced() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      run(
          connection,
          "CREATE TEMP TABLE place (line bigint, point geometry(Point, 4490), day date) ON COMMIT DROP");
      new Placing(new LoadSql(connection)).place();
      assertThat(ask(connection, "SELECT line::text FROM placed")).isEmpty();
      connection.rollback();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
