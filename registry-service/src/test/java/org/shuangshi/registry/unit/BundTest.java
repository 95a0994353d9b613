package org.shuangshi.registry.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.shuangshi.intake.city.CityGenerator;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.CitySet;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

/**
 * The main job on 1,450 real footprints: units and people are put on them, a grid is drawn along
 * the Bund and brought in as a file, and the list of its vacant units is what SQL by hand says.
 */
@EnabledIfEnvironmentVariable(named = "REGISTRY_TEST_DATA", matches = ".+")
class BundTest {

  /** From Suzhou Creek to Yan'an Road, promenade and first rows of houses; lon lat. */
  private static final String DRAWN =
      """
      POLYGON ((
        121.48705 31.24340, 121.48712 31.24300, 121.48722 31.24262, 121.48733 31.24221,
        121.48741 31.24180, 121.48746 31.24138, 121.48749 31.24095, 121.48751 31.24052,
        121.48754 31.24010, 121.48760 31.23968, 121.48768 31.23925, 121.48777 31.23884,
        121.48789 31.23842, 121.48803 31.23801, 121.48819 31.23761, 121.48836 31.23722,
        121.48855 31.23684, 121.48875 31.23647, 121.48894 31.23611, 121.48911 31.23576,
        121.48925 31.23540, 121.48936 31.23508, 121.48880 31.23497, 121.48822 31.23489,
        121.48764 31.23483, 121.48706 31.23480, 121.48651 31.23478, 121.48598 31.23481,
        121.48562 31.23502, 121.48548 31.23538, 121.48552 31.23572, 121.48531 31.23611,
        121.48520 31.23650, 121.48509 31.23688, 121.48497 31.23727, 121.48489 31.23765,
        121.48483 31.23804, 121.48479 31.23843, 121.48476 31.23882, 121.48474 31.23921,
        121.48473 31.23960, 121.48473 31.24000, 121.48474 31.24040, 121.48476 31.24080,
        121.48478 31.24120, 121.48481 31.24160, 121.48485 31.24200, 121.48489 31.24240,
        121.48494 31.24280, 121.48500 31.24320, 121.48506 31.24350, 121.48560 31.24353,
        121.48615 31.24352, 121.48662 31.24347, 121.48705 31.24340))
      """;

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate REDRAWN = LocalDate.of(2026, 6, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final PrecisionModel LATTICE = new PrecisionModel(1e8);

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path directory;

  private static RunningService service;
  private static DrawnGrid bund;

  /** The grid as drawn, within the community that holds most of it, and the file it comes in. */
  private record DrawnGrid(String community, String code, Geometry shape, Path file) {}

  @BeforeAll
  static void bringIn() throws Exception {
    Path footprints = Path.of(System.getenv("REGISTRY_TEST_DATA"), "shanghai", "buildings.geojson");
    bringIn(new SourceFile(footprints, Kind.BUILDINGS), "osm", FIRST);
    Path set = directory.resolve("onto");
    new CityGenerator(step -> {}).generateOnto(footprints, 1, DAY, set);
    CitySet city = CitySet.read(set);
    bringIn(city.files(), city.name(), FIRST);
    bund = draw();
    bringIn(new SourceFile(bund.file(), Kind.GRIDS), city.name(), REDRAWN);
    service = RunningService.over(database);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void bringIn(SourceFile file, String source, LocalDate from) throws Exception {
    bringIn(List.of(file), source, from);
  }

  private static void bringIn(List<SourceFile> files, String source, LocalDate from)
      throws Exception {
    ImportRequest request =
        new ImportRequest(files, source, null, null, null, from, "tester", "trial", false);
    ImportSummary summary =
        new Importer(database.register(), TestKeys.ring()).run(request, ImportProgress.SILENT);
    assertThat(summary.files()).allMatch(file -> file.rejected() == 0);
  }

  /** A file with the drawn grid and those that give ground to it. */
  private static DrawnGrid draw() throws Exception {
    Geometry drawn = new WKTReader().read(DRAWN);
    try (Connection connection = database.connect()) {
      String community;
      Geometry shape;
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT code, ST_AsBinary(geom) FROM region WHERE level = 'COMMUNITY'"
                      + " ORDER BY ST_Area(ST_Intersection(geom, ST_GeomFromText(?, 4490))) DESC LIMIT 1");
          ResultSet row = query(statement, DRAWN)) {
        assertThat(row.next()).isTrue();
        community = row.getString(1);
        shape = overlay(drawn, geometry(row, 2), OverlayNG.INTERSECTION);
      }
      List<String> features = new ArrayList<>();
      int number = 0;
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT i.key, g.code, g.name, g.kind, g.setting, ST_AsBinary(g.geom), g.number"
                      + " FROM grid g JOIN identity.grid i USING (id) WHERE left(g.code, 12) = ? ORDER BY g.code");
          ResultSet row = query(statement, community)) {
        while (row.next()) {
          number = row.getInt(7);
          Geometry before = geometry(row, 6);
          Geometry left = overlay(before, shape, OverlayNG.DIFFERENCE);
          assertThat(left.isEmpty()).as("%s is swallowed whole", row.getString(2)).isFalse();
          if (before.relate(shape, "T********")) {
            features.add(
                feature(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    left));
          }
        }
      }
      assertThat(features).isNotEmpty();
      String code = community + "%03d".formatted(number + 1);
      features.add(feature("BUND", code, "外滩专属网格", "DEDICATED", "URBAN", shape));
      Path file =
          Files.writeString(
              directory.resolve("redrawn.geojson"),
              "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}},"
                  + "\"features\":["
                  + String.join(",\n", features)
                  + "]}");
      return new DrawnGrid(community, code, shape, file);
    }
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNG.overlay(a, b, operation, LATTICE);
  }

  private static String feature(
      String id, String code, String name, String kind, String setting, Geometry shape) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\",\"setting\":\"%s\"},\"geometry\":%s}"
        .formatted(id, code, name, kind, setting, GeoJson.of(shape));
  }

  @Test
  void theGridListsTheVacantUnitsThatSqlByHandFinds() throws Exception {
    List<String> expected = byHand(bund.shape());
    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(rows("/api/grids/" + bund.code() + "/units?occupancy=VERIFIED_VACANT"))
        .containsExactlyElementsOf(expected);
    assertThat(
            service
                .get("/api/grids/" + bund.code() + "/summary?asOf=" + DAY)
                .body()
                .at("/unitsByOccupancy/VERIFIED_VACANT")
                .asInt())
        .isEqualTo(expected.size());
  }

  @Test
  void theDrawnPolygonItselfFindsThemTooAcrossCommunities() throws Exception {
    Geometry drawn = new WKTReader().read(DRAWN);
    String body =
        "{\"within\":{\"geometry\":%s},\"occupancy\":[\"VERIFIED_VACANT\"],\"asOf\":\"%s\",\"limit\":1000}"
            .formatted(GeoJson.of(drawn), DAY);
    List<String> found = new ArrayList<>();
    JsonNode page = service.post("/api/units/search", body).body();
    assertThat(page.path("next").isNull()).isTrue();
    page.path("items").forEach(unit -> found.add(row(unit)));
    assertThat(found).containsExactlyElementsOf(byHand(drawn)).hasSizeGreaterThan(20);
  }

  @Test
  void whatTheDrawnGridHasItsNeighboursHaveNoLonger() throws Exception {
    List<String> here = rows("/api/grids/" + bund.code() + "/units?occupancy=VERIFIED_VACANT");
    List<String> others = new ArrayList<>();
    for (JsonNode grid :
        service
            .get("/api/grids?community=" + bund.community() + "&asOf=" + DAY)
            .body()
            .path("items")) {
      String other = grid.path("code").asString();
      if (!other.equals(bund.code())) {
        others.addAll(rows("/api/grids/" + other + "/units?occupancy=VERIFIED_VACANT"));
      }
    }
    assertThat(others).isNotEmpty().doesNotContainAnyElementsOf(here);
    // No ground is lost or told twice: a vertex moves by 1e-8 degrees at most.
    assertThat(groundOn(DAY)).isCloseTo(groundOn(REDRAWN.minusDays(1)), within(1e-9));
  }

  /** Square degrees of the community's grids, added up. */
  private static double groundOn(LocalDate day) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT sum(ST_Area(geom)) FROM grid"
                    + " WHERE left(code, 12) = ? AND valid @> ?::date AND upper_inf(recorded)");
        ResultSet row = query(statement, bund.community(), day.toString())) {
      row.next();
      return row.getDouble(1);
    }
  }

  @Test
  void beforeTheDayItWasDrawnThereIsNoSuchGrid() {
    assertThat(service.get("/api/grids/" + bund.code() + "?asOf=" + REDRAWN.minusDays(1)).status())
        .isEqualTo(404);
    assertThat(service.get("/api/grids/" + bund.code() + "?asOf=" + REDRAWN).status())
        .isEqualTo(200);
  }

  private static List<String> rows(String path) {
    List<String> rows = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = service.get(path + "&limit=37&asOf=" + DAY + after).body();
      page.path("items").forEach(unit -> rows.add(row(unit)));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    return rows;
  }

  private static String row(JsonNode unit) {
    return String.join(
        "|",
        unit.path("id").asString(),
        unit.at("/building/id").asString(),
        unit.path("entrance").isNull() ? "" : unit.at("/entrance/name").asString(),
        unit.path("floor").asString(),
        unit.path("room").asString(),
        unit.path("address").asString(),
        unit.at("/evidence/date").asString());
  }

  /** DOMAIN's rule and the spatial join, from the facts alone. */
  private static List<String> byHand(Geometry shape) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                WITH area AS (SELECT ST_GeomFromText(?, 4490) AS geom), today AS (SELECT ?::date AS d)
                SELECT concat_ws('|', u.id, b.id, coalesce(n.name, ''), u.floor, u.room, a.text, v.seen_on)
                FROM area, today, building b
                JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded)
                CROSS JOIN LATERAL (
                  SELECT e.finding, e.seen_on FROM evidence e, today
                  WHERE e.unit_id = u.id AND upper_inf(e.recorded) AND e.kind = 'VISIT' AND e.seen_on <= d
                  ORDER BY e.seen_on DESC, e.id DESC LIMIT 1) v
                LEFT JOIN entrance n ON n.id = u.entrance_id AND upper_inf(n.recorded)
                LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded)
                WHERE b.inside_point && area.geom AND ST_Covers(area.geom, b.inside_point)
                  AND upper_inf(b.recorded) AND b.valid @> d AND b.status = 'STANDING'
                  AND u.valid @> d AND u.use NOT IN ('GARAGE', 'STOREROOM', 'PLANT')
                  AND v.finding = 'EMPTY'
                  AND NOT EXISTS (SELECT FROM residence x WHERE x.unit_id = u.id AND upper_inf(x.recorded) AND x.valid @> d)
                  AND NOT EXISTS (SELECT FROM tenancy x WHERE x.unit_id = u.id AND upper_inf(x.recorded) AND x.valid @> d)
                  AND NOT EXISTS (SELECT FROM organisation x WHERE x.unit_id = u.id AND upper_inf(x.recorded) AND x.valid @> d)
                ORDER BY b.id, coalesce(n.ordinal, 0), u.floor, u.room COLLATE "C", u.id
                """);
        ResultSet row = query(statement, shape.toText(), DAY.toString())) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static ResultSet query(PreparedStatement statement, String... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement.executeQuery();
  }

  private static Geometry geometry(ResultSet row, int column) throws SQLException, ParseException {
    return new WKBReader().read(row.getBytes(column));
  }
}
