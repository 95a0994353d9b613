package org.shuangshi.registry.spot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

class SpotApiTest {
  private static final RunningService town = RunningService.shared();
  private static final RunningService service = RunningService.forWriting();

  private static List<String> read(JsonNode items) {
    List<String> read = new ArrayList<>();
    items.forEach(
        item ->
            read.add(
                item.path("kind").asString()
                    + " "
                    + item.path("id")
                    + " "
                    + item.path("from").asString()
                    + ".."
                    + item.path("to").asString("")));
    return read;
  }

  /** Building 101 stands at 120.003, 30.003, in G1, which was part of 44 until 2026-06-01. */
  @Test
  void allThatEverCoveredAPointIsThere() {
    Answer answer = town.get("/api/spot?lon=120.003&lat=30.003");
    assertThat(read(answer.body().path("items")))
        .containsExactlyInAnyOrder(
            "grid 41 2026-06-01..",
            "grid 44 2020-01-01..2026-06-01",
            "region 1 2020-01-01..",
            "region 2 2020-01-01..",
            "region 3 2020-01-01..",
            "region 11 2020-01-01..",
            "estate 61 2020-01-01..",
            "building 101 2020-01-01..",
            "address 1101 2020-01-01..")
        .startsWith("grid 41 2026-06-01..");
    assertThat(answer.body().path("items").get(0).path("code").asString())
        .isEqualTo("339901001001001");
  }

  @Test
  void anAddressIsNearWithinThirtyMetresWhateverTheDirection() {
    // 0.00026 degrees of latitude are 28.8 m, of longitude at 30 degrees north 25.1 m
    assertThat(kinds("lon=120.003&lat=30.00326")).contains("address");
    assertThat(kinds("lon=120.003&lat=30.00328")).doesNotContain("address");
    assertThat(kinds("lon=120.0033&lat=30.003")).contains("address"); // 28.9 m
    assertThat(kinds("lon=120.00332&lat=30.003")).doesNotContain("address"); // 30.9 m
  }

  private static List<String> kinds(String at) {
    List<String> kinds = new ArrayList<>();
    town.get("/api/spot?" + at)
        .body()
        .path("items")
        .forEach(item -> kinds.add(item.path("kind").asString()));
    return kinds;
  }

  @Test
  void pagesTogetherAreTheWhole() {
    List<String> whole = read(town.get("/api/spot?lon=120.003&lat=30.003").body().path("items"));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = town.get("/api/spot?lon=120.003&lat=30.003&limit=2" + after).body();
      paged.addAll(read(page.path("items")));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void whatIsBelievedNoLongerIsThereWithItsTimes() {
    Answer begun =
        service.post(
            "/api/things/building",
            "{\"why\":\"误录\",\"from\":\"2026-01-01\",\"values\":{\"name\":\"误楼\",\"use\":\"UNKNOWN\","
                + "\"status\":\"STANDING\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[131,41],[131.001,41],[131.001,41.001],[131,41.001],[131,41]]]}}}");
    long id = begun.body().path("id").asLong();
    String etag = begun.body().path("etag").asString();
    assertThat(
            service
                .post("/api/things/building/" + id + "/withdraw", "{\"why\":\"没有这楼\"}", etag)
                .status())
        .isEqualTo(204);
    JsonNode items = service.get("/api/spot?lon=131.0005&lat=41.0005").body().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("label").asString()).isEqualTo("误楼");
    assertThat(items.get(0).path("recordedTo").isNull()).isFalse();
  }

  @Test
  void aPlaceOffTheEarthIsRefused() {
    assertThat(town.get("/api/spot?lon=181&lat=0").status()).isEqualTo(400);
    assertThat(town.get("/api/spot?lon=1&lat=NaN").status()).isEqualTo(400);
    assertThat(town.get("/api/spot?lon=1").status()).isEqualTo(400);
  }
}
