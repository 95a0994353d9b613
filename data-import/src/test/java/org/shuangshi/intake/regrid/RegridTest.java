package org.shuangshi.intake.regrid;

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

/** What memory works out is what place_in_grids does, edges, holes and changes of days included. */
class RegridTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String LINKS =
      """
      SELECT concat_ws('|', 'building', building_id, since, community_id, grid_id, valid) FROM register.building_grid
      UNION ALL SELECT concat_ws('|', 'unit', unit_id, since, community_id, building_id, grid_id) FROM register.unit_building
      UNION ALL SELECT concat_ws('|', 'person', person_id, until, since, community_id, unit_id, grid_id) FROM register.person_place
      ORDER BY 1""";

  @BeforeAll
  static void town() {
    database.execute(
        """
        SET search_path = register, public;
        INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'IMPORT');
        INSERT INTO identity.region (id, source, key) VALUES (1, 't', '1');
        INSERT INTO region (id, valid, opened_by, level, code, name, geom)
        VALUES (1, '[2020-01-01,)', 1, 'COMMUNITY', '339901001001', '社区', ST_Multi(ST_MakeEnvelope(120, 30, 120.1, 30.1, 4490)));
        -- a lattice of grids that touch, one of them with a hole, one that changes its outline, one that ends
        INSERT INTO identity.grid (id, source, key) SELECT 10 + i, 't', i FROM generate_series(0, 24) i;
        INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)
        SELECT 10 + i, CASE WHEN i = 7 THEN daterange('2020-01-01', '2025-01-01') ELSE daterange('2020-01-01', NULL) END, 1,
               '339901001001' || to_char(i + 1, 'FM000'), '网格' || i, 1,
               ST_Multi(CASE WHEN i = 3 THEN ST_Difference(b, ST_Buffer(ST_Centroid(b), 0.005)) ELSE b END)
        FROM generate_series(0, 24) i
        CROSS JOIN LATERAL (SELECT ST_SnapToGrid(ST_MakeEnvelope(120 + i % 5 * 0.02, 30 + i / 5 * 0.02, 120.02 + i % 5 * 0.02, 30.02 + i / 5 * 0.02, 4490), 1e-8) AS b) x;
        INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)
        VALUES (17, '[2025-01-01,)', 1, '339901001001008', '大了', 1, ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(120.03, 30.02, 120.07, 30.05, 4490), 1e-8)));
        INSERT INTO identity.building (id, source, key) SELECT 1000 + i, 't', i FROM generate_series(0, 2600) i;
        -- a point in fifty steps each way: many on edges and corners, some outside
        INSERT INTO building (id, valid, opened_by, use, status, community_id, footprint)
        SELECT 1000 + i, CASE i % 3 WHEN 0 THEN daterange('2020-01-01', NULL) WHEN 1 THEN daterange('2024-06-01', '2026-01-01') ELSE daterange('2019-01-01', NULL) END,
               1, 'RESIDENTIAL', 'STANDING', CASE WHEN i % 7 > 0 THEN 1 END,
               ST_Multi(ST_MakeEnvelope(x - 0.0001, y - 0.0001, x + 0.0001, y + 0.0001, 4490))
        FROM generate_series(0, 2600) i CROSS JOIN LATERAL (SELECT 120 + i % 51 * 0.002 AS x, 30 + i / 51 * 0.002 AS y) p;
        -- in every tenth two units, in one of them somebody who lives there, in the other somebody who is registered there
        INSERT INTO identity.unit (id, source, key) SELECT 10000 + i, 't', i FROM generate_series(0, 519) i;
        INSERT INTO unit (id, valid, opened_by, building_id, community_id, floor, room)
        SELECT 10000 + i, b.valid, 1, b.id, b.community_id, 1, CASE i % 2 WHEN 0 THEN '101' ELSE '102' END
        FROM generate_series(0, 519) i JOIN building b ON b.id = 1001 + i / 2 * 10;
        -- one that went from a building to another, of which the second is linked wrongly later
        INSERT INTO identity.unit (id, source, key) VALUES (10900, 't', 'went');
        INSERT INTO unit (id, valid, opened_by, building_id, community_id, floor, room)
        VALUES (10900, '[2024-06-01,2025-03-01)', 1, 1004, 1, 9, '901'), (10900, '[2025-03-01,)', 1, 1101, 1, 9, '901');
        INSERT INTO identity.person (id, source, key) SELECT 20000 + i, 't', i FROM generate_series(0, 519) i;
        INSERT INTO person (id, valid, opened_by, name, registered_unit_id)
        SELECT 20000 + i, '[2020-01-01,)', 1, '某', CASE i % 2 WHEN 1 THEN 10000 + i END FROM generate_series(0, 519) i;
        INSERT INTO identity.residence (id, source, key) SELECT 30000 + i, 't', i FROM generate_series(0, 518, 2) i;
        INSERT INTO residence (id, valid, opened_by, person_id, unit_id, community_id, role)
        SELECT 30000 + i, u.valid, 1, 20000 + i, u.id, u.community_id, 'OWNER' FROM generate_series(0, 518, 2) i JOIN unit u ON u.id = 10000 + i;
        SELECT place_all()""");
  }

  @Test
  void linksThatAreRightStayAsTheyAre() throws Exception {
    List<String> before = rows(LINKS);
    Regrid.Result result = new Regrid(database.register()).run();
    assertThat(result).isEqualTo(new Regrid.Result(2601, 0, 0));
    assertThat(rows(LINKS)).isEqualTo(before);
  }

  @Test
  void whatDiffersIsLinkedAnewAndNothingElse() throws Exception {
    List<String> before = rows(LINKS);
    database.execute(
        """
        SET search_path = register, public;
        UPDATE building_grid SET grid_id = CASE WHEN grid_id = 12 THEN 13 ELSE 12 END WHERE building_id % 100 = 1;
        SELECT place_units(array_agg(id)) FROM unit WHERE building_id % 100 = 1;
        SELECT place_persons(array_agg(id)) FROM person;
        DELETE FROM building_grid WHERE building_id % 100 = 2;
        UPDATE building_grid SET valid = daterange(lower(valid), '2030-01-01') WHERE building_id % 100 = 3 AND upper_inf(valid);
        UPDATE building_grid SET since = lower(valid) WHERE building_id % 100 = 4 AND since = '-infinity';
        INSERT INTO building_grid (building_id, since, community_id, grid_id, valid) VALUES (77, '-infinity', 1, 12, '[2020-01-01,)')""");
    int spoilt =
        Integer.parseInt(
            rows("SELECT count(DISTINCT id) FROM register.building WHERE id % 100 IN (1, 2, 4)")
                .get(0));
    assertThat(rows(LINKS).stream().filter(row -> !before.contains(row)).map(RegridTest::kind))
        .contains("building", "unit", "person");
    Regrid.Result result = new Regrid(database.register()).run();
    assertThat(result.differing()).isGreaterThan(spoilt).isLessThanOrEqualTo(spoilt + 27 + 1);
    assertThat(rows(LINKS)).isEqualTo(before);
  }

  private static String kind(String row) {
    return row.substring(0, row.indexOf('|'));
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }
}
