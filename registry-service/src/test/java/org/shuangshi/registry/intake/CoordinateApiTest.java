package org.shuangshi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Files whose coordinates are not what they say, through the service. */
class CoordinateApiTest {
  private static final TestDatabase database = new TestDatabase();

  @TempDir private static Path folder;
  private static RunningService service;
  private static Imports imports;

  @BeforeAll
  static void town() {
    database.execute(RunningService.fixture());
    service = RunningService.with(database, Map.of("REGISTRY_FILES", folder.toString()));
    imports = new Imports(service, RunningService.BEARER);
    JsonNode written =
        imports.applied(imports.checked("scattered", Imports.file(Imports.scattered(0, 0))));
    assertThat(written.path("state").asString()).as("%s", written).isEqualTo("APPLIED");
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static JsonNode coordinates(long id) {
    Answer answer = imports.get("/api/imports/" + id + "/coordinates");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void whatIsFoundIsShownWithPlacesAndAnotherReadingIsTriedAndAskedAbout() {
    // 90 m east: nobody declared that
    JsonNode checked = imports.checked("moved", Imports.file(Imports.scattered(0.00094, 0)));
    long id = checked.path("id").asLong();
    assertThat(checked.path("state").asString()).as("%s", checked).isEqualTo("CHECKED");
    assertThat(checked.at("/outcome/anomalies/0/code").asString())
        .isEqualTo("anomaly.coordinates-off");
    JsonNode seen = coordinates(id);
    assertThat(seen.at("/found/reading").asString()).isEqualTo("EPSG:4326");
    assertThat(seen.at("/found/doubt/message").asString()).contains("整体偏移");
    assertThat(seen.path("mayChoose").asBoolean()).isTrue();
    assertThat(seen.at("/found/places/features/0/geometry/type").asString())
        .isEqualTo("LineString");
    String fitted = seen.at("/found/others/0/code").asString();
    assertThat(fitted).endsWith("+FITTED");
    assertThat(seen.at("/found/others/0/offMetres").asDouble()).isLessThan(0.1);

    Answer chosen =
        imports.post("/api/imports/" + id + "/coordinates", "{\"crs\":\"" + fitted + "\"}");
    assertThat(chosen.status()).as("%s", chosen.body()).isEqualTo(202);
    JsonNode again = imports.rested(id);
    assertThat(again.path("state").asString()).as("%s", again).isEqualTo("CHECKED");
    assertThat(again.path("crs").asString()).isEqualTo(fitted);
    assertThat(again.at("/outcome/anomalies")).isEmpty();
    assertThat(coordinates(id).at("/found/fit/used").asInt()).isGreaterThan(20);
    JsonNode applied = imports.applied(again);
    assertThat(applied.path("state").asString()).as("%s", applied).isEqualTo("APPLIED");
    assertThat(furthestMetres()).isLessThan(0.1);
    assertThat(
            service.rows(
                "SELECT accuracy_metres < 0.1, coordinates->0->>'reading' FROM change WHERE id = "
                    + applied.path("change").asLong()))
        .containsExactly(List.of("t", fitted.replace("+FITTED", "")));
    assertThat(coordinates(id).path("mayChoose").asBoolean()).isFalse();
    assertThat(
            imports.post("/api/imports/" + id + "/coordinates", "{\"crs\":\"EPSG:4490\"}").status())
        .as("written already")
        .isEqualTo(409);
  }

  /** Of the houses brought in again, from those of the same key that were there. */
  private static double furthestMetres() {
    return Double.parseDouble(
        service
            .rows(
                "SELECT max(ST_Distance(a.inside_point::geography, b.inside_point::geography))"
                    + " FROM identity.building i JOIN identity.building k ON k.key = i.key"
                    + " JOIN building a ON a.id = i.id AND upper_inf(a.recorded)"
                    + " JOIN building b ON b.id = k.id AND upper_inf(b.recorded)"
                    + " WHERE i.source = 'moved' AND k.source = 'scattered'")
            .get(0)
            .get(0));
  }

  @Test
  void controlPointsThatContradictTheRegisterAreAskedAbout() {
    long id = imports.contradicted("\"crs\":\"EPSG:4490\",\"control\":" + Imports.control(0.001));
    assertThat(imports.get("/api/imports/" + id).body().at("/outcome/anomalies/0/code").asString())
        .isEqualTo("anomaly.coordinates-contradicted");
    JsonNode seen = coordinates(id);
    assertThat(seen.at("/stated/control")).hasSize(6);
    assertThat(seen.at("/found/fit/used").asInt()).isEqualTo(6);
    assertThat(seen.at("/found/fit/residualsMetres")).hasSize(6);
  }

  @Test
  void aRefusalTellsTheReadingsAndOneOfThemIsChosen() {
    String plain = String.join(",", Imports.scattered(0, 0)).replaceAll("12[01]\\.", "10.");
    JsonNode refused = imports.checked("nowhere", Imports.file(plain));
    long id = refused.path("id").asLong();
    assertThat(refused.path("state").asString()).as("%s", refused).isEqualTo("REFUSED");
    assertThat(refused.at("/problem/code").asString()).startsWith("crs.");
    assertThat(coordinates(id).at("/found/reading").isNull()).isTrue();
    assertThat(coordinates(id).path("mayChoose").asBoolean()).isTrue();
  }

  @Test
  void whatCannotBeMeantIsRefusedAtOnce() {
    for (String order :
        List.of(
            "{\"crs\":\"EPSG:4326+MARS\"}",
            "{\"shift\":\"1,2,3\"}",
            "{\"crs\":\"EPSG:4490+FITTED\",\"shift\":\"1,2,3,4\"}")) {
      Answer answer = imports.post("/api/imports/999999/coordinates", order);
      assertThat(answer.status()).as(order).isEqualTo(400);
      assertThat(answer.body().path("code").asString()).startsWith("crs.");
    }
  }
}
