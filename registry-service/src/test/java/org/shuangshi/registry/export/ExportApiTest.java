package org.shuangshi.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

class ExportApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "\"asOf\":\"2026-11-24\"";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // cs2cs says of 120.003, 30.003: zone of 114°E, and of its own 120°E
    "EPSG:4547, 1079723.1566, 3335667.2328",
    "EPSG:4549, 500289.4501, 3320445.9590",
  })
  void coordinatesAreThoseOfTheSystemAskedFor(String crs, double east, double north)
      throws Exception {
    Path file =
        Orders.fetched(
            "{\"layer\":\"addresses\",\"format\":\"gpkg\",\"crs\":\"%s\",%s}".formatted(crs, DAY),
            folder);
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      assertThat(reader.schema().crs()).isEqualTo(Crs.parse(crs));
    }
    Coordinate at =
        Orders.read(file).stream()
            .filter(row -> Objects.equals(row.values().get(0), 1101L))
            .map(row -> Objects.requireNonNull(row.geometry()).getCoordinate())
            .findFirst()
            .orElseThrow();
    assertThat(at.x).isCloseTo(east, within(0.001));
    assertThat(at.y).isCloseTo(north, within(0.001));
  }

  @Test
  void aFilterAndColumnsTakeAPart() throws Exception {
    List<Feature> vacant =
        Orders.read(
            Orders.fetched(
                """
                {"layer":"units","format":"csv","columns":["room","id"],%s,
                 "filter":{"within":{"grid":"339901001001001"},"occupancy":["VERIFIED_VACANT"]}}
                """
                    .formatted(DAY),
                folder));
    assertThat(vacant)
        .extracting(row -> row.values().subList(0, 2))
        .containsExactly(List.of("102", "302"), List.of("101", "306"), List.of("101", "317"));
    List<Feature> buildings =
        Orders.read(
            Orders.fetched(
                """
                {"layer":"buildings","format":"geojson","columns":["id"],%s,
                 "filter":{"within":{"region":"339901001001"},"occupancy":["UNVISITED"]}}
                """
                    .formatted(DAY),
                folder));
    assertThat(buildings).extracting(row -> row.values().get(0)).containsExactly(101L);
  }

  @Test
  void aShapeTakesWhatLiesInIt() throws Exception {
    List<Feature> addresses =
        Orders.read(
            Orders.fetched(
                """
                {"layer":"addresses","format":"geojson","columns":["id"],%s,"filter":{"within":{"geometry":
                 {"type":"Polygon","coordinates":[[[120.01,30],[120.03,30],[120.03,30.02],[120.01,30.02],[120.01,30]]]}}}}
                """
                    .formatted(DAY),
                folder));
    // on the edge counts as inside
    assertThat(addresses)
        .extracting(row -> row.values().get(0))
        .contains(1102L, 1103L, 1104L, 1105L, 1106L)
        .doesNotContain(1101L, 1109L);
  }

  @Test
  void anEarlierDayHasItsOwnGrids() throws Exception {
    assertThat(
            Orders.read(
                Orders.fetched(
                    "{\"layer\":\"grids\",\"format\":\"geojson\",\"columns\":[\"name\"],\"asOf\":\"2026-05-31\"}",
                    folder)))
        .extracting(row -> row.values().get(0))
        .contains("柳岸全境")
        .doesNotContain("柳岸西网格");
  }

  @Test
  void gb18030IsWrittenWhereItWasAskedFor() throws Exception {
    Path file =
        Orders.fetched(
            "{\"layer\":\"roads\",\"format\":\"csv\",\"encoding\":\"GB18030\"," + DAY + "}",
            folder);
    assertThat(Files.readString(file, Charset.forName("GB18030"))).contains("71,人民路,ARTERIAL");
    Path utf8 = Orders.fetched("{\"layer\":\"roads\",\"format\":\"csv\"," + DAY + "}", folder);
    assertThat(Files.readString(utf8, StandardCharsets.UTF_8)).startsWith("\uFEFFid,name");
  }

  @Test
  void aReadyFileIsAnAttachmentNobodyElseKeeps() {
    long id = Orders.order("{\"layer\":\"roads\",\"format\":\"gpkg\"," + DAY + "}");
    JsonNode job = Orders.settled(id);
    assertThat(job.path("rows").asInt()).isEqualTo(1);
    assertThat(job.path("file").asString()).isEqualTo("道路_2026-11-24.gpkg");
    Answer file = Orders.file(id);
    assertThat(file.header("Content-Type")).isEqualTo("application/geopackage+sqlite3");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E9%81%93%E8%B7%AF_2026-11-24.gpkg");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aFileIsNotThereBeforeItIsReady() throws Exception {
    try (Connection other = service.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE road IN ACCESS EXCLUSIVE MODE");
      long id = Orders.order("{\"layer\":\"roads\",\"format\":\"geojson\"," + DAY + "}");
      assertThat(Orders.status(id).path("status").asString()).isEqualTo("RUNNING");
      assertThat(Orders.file(id).status()).isEqualTo(409);
      assertThat(Orders.file(id).body().path("code").asString()).isEqualTo("export.running");
      other.rollback();
      assertThat(Orders.settled(id).path("status").asString()).isEqualTo("READY");
    }
  }

  @Test
  void anExportTheDatabaseBreaksOffHasNoFile() throws Exception {
    try (Connection other = service.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE road IN ACCESS EXCLUSIVE MODE");
      long id = Orders.order("{\"layer\":\"roads\",\"format\":\"geojson\"," + DAY + "}");
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  !service
                      .rows(
                          "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                              + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                      .isEmpty());
      JsonNode job = Orders.settled(id);
      assertThat(job.path("status").asString()).isEqualTo("FAILED");
      assertThat(job.path("detail").asString()).contains("导出失败");
      assertThat(job.path("bytes").isNull()).isTrue();
      assertThat(Orders.file(id).status()).isEqualTo(410);
      assertThat(Orders.file(id).body().path("code").asString()).isEqualTo("export.failed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'csv'} | layer | field.missing",
        "{'layer':'roads'} | format | field.missing",
        "{'layer':'people','format':'csv'} | layer | body.invalid",
        "{'layer':'roads','format':'dwg'} | format | body.invalid",
        "{'layer':'roads','format':'csv','crs':'EPSG:99999'} | crs | crs.unknown",
        "{'layer':'roads','format':'csv','crs':'EPSG:2384'} | crs | crs.no-datum-shift",
        "{'layer':'roads','format':'csv','columns':['geom']} | columns | field.invalid",
        "{'layer':'roads','format':'csv','encoding':'BIG5'} | encoding | field.invalid",
        "{'layer':'roads','format':'csv','filter':{'within':{}}} | filter.within | within.one-of",
        "{'layer':'roads','format':'csv','since':'2026'} | since | body.unknown-field",
      })
  void anOrderThatCannotBeMeantIsRefusedBeforeAnyWork(String body, String field, String code) {
    Answer answer = service.post("/api/exports", body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asString()).isEqualTo(code);
    assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(service.get("/api/exports/1").body().path("code").asString())
        .isEqualTo("export.unknown");
    assertThat(
            service
                .post(
                    "/api/exports",
                    "{\"layer\":\"units\",\"format\":\"csv\",\"filter\":{\"within\":{\"grid\":\"999\"}}}")
                .body()
                .path("code")
                .asString())
        .isEqualTo("grid.unknown");
  }
}
