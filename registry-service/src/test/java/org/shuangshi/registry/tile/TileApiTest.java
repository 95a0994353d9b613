package org.shuangshi.registry.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

class TileApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "?asOf=2026-11-24";

  private static VectorTile.Layer layer(String name, TileFrame tile, String query) {
    Answer answer = service.get(tile.path(name) + query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    return Objects.requireNonNull(VectorTile.read(answer.response().body()).get(name));
  }

  @ParameterizedTest
  @CsvSource({
    "13, 120.003, 30.003",
    "14, 120.003, 30.003",
    "16, 120.01, 30.008",
    "17, 120.003, 30.003",
    "18, 120.125, 30.125",
  })
  void aTileHoldsEachBuildingThatTouchesItOnce(int z, double lon, double lat) {
    TileFrame tile = TileFrame.around(z, lon, lat);
    Map<Long, String> expected = new TreeMap<>();
    Map<Long, Coordinate> centres = new TreeMap<>();
    for (var row :
        service.rows(
            """
            SELECT b.id, ST_XMin(footprint), ST_YMin(footprint), ST_XMax(footprint), ST_YMax(footprint),
                   concat_ws('|', b.use, b.floors, coalesce(b.name, '-'),
                     count(*) FILTER (WHERE d.state = 'VERIFIED_VACANT'), count(*) FILTER (WHERE d.state = 'OCCUPIED'),
                     count(*) FILTER (WHERE d.state = 'UNLINKED'), count(*) FILTER (WHERE d.state = 'UNVISITED'))
            FROM building b
            LEFT JOIN occupancy_derive(ARRAY(SELECT id FROM identity.unit)) d
              ON d.building_id = b.id AND d.valid @> '2026-11-24'::date
            WHERE upper_inf(b.recorded) AND b.valid @> '2026-11-24'::date AND b.status = 'STANDING'
            GROUP BY b.id, b.use, b.floors, b.name, b.footprint
            """)) {
      Envelope box =
          new Envelope(
              number(row.get(1)), number(row.get(3)), number(row.get(2)), number(row.get(4)));
      long id = (long) number(row.get(0));
      if (tile.touches(box)) {
        expected.put(id, String.valueOf(row.get(5)));
        centres.put(id, tile.at(box.centre().x, box.centre().y));
      }
    }
    VectorTile.Layer layer = layer("buildings", tile, DAY);
    assertThat(layer.extent()).isEqualTo(4096);
    Map<Long, String> seen = new TreeMap<>();
    for (VectorTile.Feature feature : layer.features()) {
      assertThat(feature.geometryType()).as("polygon").isEqualTo(3);
      assertThat(seen.put(feature.id(), described(feature.properties()))).as("twice").isNull();
      Envelope box = feature.box();
      if (new Envelope(0, 4096, 0, 4096).contains(box)) {
        assertThat(box.centre().distance(centres.get(feature.id()))).isLessThan(1.5);
      }
    }
    assertThat(seen).isNotEmpty().isEqualTo(expected);
  }

  private static double number(@Nullable String text) {
    return Double.parseDouble(Objects.requireNonNull(text));
  }

  private static String described(Map<String, Object> building) {
    return String.join(
        "|",
        String.valueOf(building.get("use")),
        String.valueOf(building.get("floors")),
        String.valueOf(building.getOrDefault("name", "-")),
        String.valueOf(building.get("vacant")),
        String.valueOf(building.get("occupied")),
        String.valueOf(building.get("unlinked")),
        String.valueOf(building.get("unvisited")));
  }

  @ParameterizedTest
  @CsvSource({
    "101, 120.003, 30.003, 2026-11-24, vacant",
    "108, 120.006, 30.015, 2026-11-24, none",
    "102, 120.01, 30.008, 2026-11-24, vacant",
    // before anyone had been there, and on the day somebody still lived there
    "102, 120.01, 30.008, 2026-09-30, unvisited",
    "103, 120.015, 30.005, 2026-09-30, unvisited",
    "101, 120.003, 30.003, 2023-12-31, unvisited",
  })
  void theColourOfABuildingIsItsMostPressingState(
      long id, double lon, double lat, String day, String state) {
    assertThat(
            layer("buildings", TileFrame.around(16, lon, lat), "?asOf=" + day).features().stream()
                .filter(feature -> feature.id() == id)
                .map(feature -> feature.properties().get("state")))
        .containsExactly(state);
  }

  @Test
  void demolishedAndFutureBuildingsAreNotShown() {
    assertThat(service.get(TileFrame.around(18, 120.004, 30.012).path("buildings") + DAY).status())
        .isEqualTo(204);
    String notYet = TileFrame.around(18, 120.002, 30.017).path("buildings");
    assertThat(service.get(notYet + "?asOf=2026-06-30").status()).isEqualTo(204);
    assertThat(service.get(notYet + "?asOf=2026-07-01").status()).isEqualTo(200);
  }

  @Test
  void gridsOfTheDayCarryTheirCodes() {
    TileFrame tile = TileFrame.around(11, 120.01, 30.01);
    Map<String, Object> names = new TreeMap<>();
    for (VectorTile.Feature grid : layer("grids", tile, DAY).features()) {
      names.put(
          grid.properties().get("code") + " " + grid.properties().get("number"),
          grid.properties().get("name"));
      assertThat(grid.properties())
          .containsOnlyKeys("id", "code", "number", "name", "kind", "setting", "community_id");
    }
    assertThat(names)
        .containsEntry("339901001001001 1", "柳岸西网格")
        .containsEntry("339901001002012 12", "大学城")
        .hasSize(4);
    assertThat(layer("grids", tile, "?asOf=2026-05-31").features())
        .extracting(grid -> grid.properties().get("name"))
        .contains("柳岸全境")
        .doesNotContain("柳岸西网格");
  }

  @Test
  void regionsComeFinerTheNearerOneLooks() {
    assertThat(levels(6)).containsExactlyInAnyOrder("CITY", "DISTRICT");
    assertThat(levels(9)).containsExactlyInAnyOrder("CITY", "DISTRICT", "STREET");
    assertThat(levels(11)).containsExactlyInAnyOrder("CITY", "DISTRICT", "STREET", "COMMUNITY");
  }

  private static Set<String> levels(int z) {
    Set<String> levels = new TreeSet<>();
    for (VectorTile.Feature region :
        layer("regions", TileFrame.around(z, 120.01, 30.01), DAY).features()) {
      levels.add(String.valueOf(region.properties().get("level")));
    }
    return levels;
  }

  @Test
  void addressesShowDoorPlatesAndNoRooms() {
    TileFrame tile = TileFrame.around(17, 120.003, 30.003);
    assertThat(layer("addresses", tile, DAY).features())
        .singleElement()
        .satisfies(
            plate -> {
              assertThat(plate.properties())
                  .containsEntry("label", "101号")
                  .containsEntry("id", 1101L);
              assertThat(plate.geometryType()).isEqualTo(1);
              assertThat(plate.points().get(0).distance(tile.at(120.003, 30.003))).isLessThan(1);
            });
  }

  @Test
  void theBaseMapHasItsFourLayers() {
    Map<String, VectorTile.Layer> layers =
        VectorTile.read(
            service
                .get(TileFrame.around(16, 120.005, 30.0101).path("context") + DAY)
                .response()
                .body());
    assertThat(layers.keySet()).containsExactly("roads", "pois");
    assertThat(Objects.requireNonNull(layers.get("roads")).features().get(0).properties())
        .containsEntry("class", "ARTERIAL")
        .containsEntry("name", "人民路");
    assertThat(
            VectorTile.read(
                    service
                        .get(TileFrame.around(12, 120.015, 30.014).path("context") + DAY)
                        .response()
                        .body())
                .keySet())
        .containsExactly("landuse", "water", "roads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/buildings/14/0/0.mvt",
        "/tiles/buildings/12/3414/1692.mvt",
        "/tiles/grids/10/853/422.mvt",
        "/tiles/addresses/16/54613/27070.mvt"
      })
  void anEmptyTileAndOneBelowItsLowestZoomHaveNoContent(String path) {
    Answer answer = service.get(path);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.response().body()).isEmpty();
    assertThat(answer.header("ETag")).isNotNull();
  }

  @Test
  void aTileIsKeptUntilTheRegisterChanges() throws Exception {
    String path = TileFrame.around(14, 120.003, 30.003).path("buildings") + DAY;
    Answer first = service.get(path);
    assertThat(first.header("Cache-Control")).contains("no-cache").contains("private");
    String etag = Objects.requireNonNull(first.header("ETag"));
    Answer again = asked(path, etag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(etag);
    assertThat(asked(path.replace("11-24", "11-23"), etag).status()).isEqualTo(200);
    try (var connection = service.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO change (who, why, source, kind) VALUES ('fixture', 'test', 'tile', 'IMPORT')");
    }
    assertThat(asked(path, etag).status()).isEqualTo(200);
  }

  private static Answer asked(String path, String etag) {
    HttpRequest.Builder request = service.request(path).header("If-None-Match", etag);
    return service.send(request);
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles/buildings/23/0/0.mvt, 400, tile.out-of-range",
    "/tiles/buildings/14/16384/0.mvt, 400, tile.out-of-range",
    "/tiles/buildings/14/0/-1.mvt, 400, tile.out-of-range",
    "/tiles/people/14/0/0.mvt, 404, tile.layer-unknown",
    "/tiles/buildings/14/a/0.mvt, 400, parameter.invalid",
  })
  void aTileThatCannotBeIsRefused(String path, int status, String code) {
    Answer answer = service.get(path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("code").asString()).isEqualTo(code);
  }
}
