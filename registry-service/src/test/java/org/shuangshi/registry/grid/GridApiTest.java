package org.shuangshi.registry.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class GridApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "asOf=2026-11-24";
  private static final String WEST = "/api/grids/339901001001001";

  @Test
  void gridsOfACommunityComeByCode() {
    assertThat(codes("/api/grids?community=339901001001&" + DAY))
        .containsExactly("339901001001001", "339901001001002");
    assertThat(codes("/api/grids?number=12&" + DAY)).containsExactly("339901001002012");
    assertThat(codes("/api/grids?community=339901001001&asOf=2026-05-31"))
        .containsExactly("339901001001001");
    assertThat(codes("/api/grids?bbox=120.12,30.12,120.2,30.2&" + DAY))
        .containsExactly("339901001002013");
    assertThat(codes("/api/grids?limit=2&" + DAY)).hasSize(2);
  }

  private static List<String> codes(String path) {
    List<String> codes = new ArrayList<>();
    service.get(path).body().path("items").forEach(grid -> codes.add(grid.path("code").asString()));
    return codes;
  }

  @Test
  void aGridOfAListMayComeWithoutItsGeometry() {
    JsonNode with = service.get("/api/grids?number=12&" + DAY).body().path("items").get(0);
    assertThat(with.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
    assertThat(with.path("bbox").toString()).isEqualTo("[120.025,30.005,120.035,30.015]");
    JsonNode without =
        service.get("/api/grids?number=12&geometry=false&" + DAY).body().path("items").get(0);
    assertThat(without.has("geometry")).isFalse();
  }

  @Test
  void aCodeAnswersItsHolderOfTheDay() {
    JsonNode now = service.get(WEST + "?" + DAY).body();
    assertThat(now.path("name").asString()).isEqualTo("柳岸西网格");
    assertThat(now.path("band").toString()).isEqualTo("{\"low\":300,\"high\":500}");
    assertThat(now.path("team").get(0).toString())
        .isEqualTo("{\"id\":51,\"role\":\"LEADER\",\"name\":\"网格长甲\",\"phone\":\"12345\"}");
    assertThat(now.path("street").path("code").asString()).isEqualTo("339901001");
    assertThat(now.path("district").path("name").asString()).isEqualTo("东城区");
    JsonNode before = service.get(WEST + "?asOf=2026-05-31").body();
    assertThat(before.path("name").asString()).isEqualTo("柳岸全境");
    assertThat(before.path("team").size()).isZero();
  }

  @Test
  void theBandIsTheSettingsOfTheCountry() {
    assertThat(service.get("/api/grids/339901001002001?" + DAY).body().path("band").toString())
        .isEqualTo("{\"low\":50,\"high\":150}");
  }

  @Test
  void theSummaryIsWhatTheTownWasCountedToHold() {
    JsonNode summary = service.get(WEST + "/summary?" + DAY).body();
    // 101, 108 (without units), 110; not 102 (the neighbour's) and not 107 (demolished)
    assertThat(summary.path("buildings").asInt()).isEqualTo(3);
    assertThat(summary.path("units").asInt()).isEqualTo(9);
    assertThat(summary.path("unitsByOccupancy").toString())
        .isEqualTo("{\"VERIFIED_VACANT\":3,\"OCCUPIED\":3,\"UNLINKED\":2,\"UNVISITED\":1}");
    assertThat(summary.path("occupiedBy").toString())
        .isEqualTo("{\"OWN\":0,\"RENTED\":2,\"BUSINESS\":1,\"DORMITORY\":0}");
    assertThat(summary.path("contradictions").asInt()).isEqualTo(1);
    assertThat(summary.path("households").asInt()).isEqualTo(2);
    assertThat(summary.path("people").toString())
        .isEqualTo(
            "{\"total\":5,\"byKind\":{\"REGISTERED\":1,\"SEPARATED\":1,\"FLOATING\":1,"
                + "\"OVERSEAS\":1,\"UNKNOWN\":1}}");
    assertThat(summary.path("organisations").asInt()).isEqualTo(2);
    assertThat(summary.path("completeness").toString())
        .isEqualTo(
            "{\"buildingsWithoutUnits\":1,\"unitsUnvisited\":1,\"unitsUnlinked\":2,"
                + "\"peopleIncomplete\":2}");
  }

  @Test
  void theSummaryOfAnEarlierDayKnowsWhoLivedThereThen() {
    JsonNode summary = service.get(WEST + "/summary?asOf=2026-02-28").body();
    assertThat(summary.path("grid").path("name").asString()).isEqualTo("柳岸全境");
    // 505 had not left yet; 506 has the main residence in 103, which was this grid's then
    assertThat(summary.path("people").path("total").asInt()).isEqualTo(7);
    assertThat(summary.path("households").asInt()).isEqualTo(3);
    assertThat(summary.path("unitsByOccupancy").path("VERIFIED_VACANT").asInt()).isEqualTo(1);
  }

  @Test
  void everyFigureOfTheSummaryHasItsRows() {
    JsonNode summary = service.get(WEST + "/summary?" + DAY).body();
    assertThat(rows("/buildings?")).isEqualTo(summary.path("buildings").asInt());
    assertThat(rows("/buildings?withoutUnits=true&"))
        .isEqualTo(summary.path("completeness").path("buildingsWithoutUnits").asInt());
    assertThat(rows("/households?")).isEqualTo(summary.path("households").asInt());
    assertThat(rows("/people?")).isEqualTo(summary.path("people").path("total").asInt());
    assertThat(rows("/organisations?")).isEqualTo(summary.path("organisations").asInt());
    for (String figure : List.of("unitsByOccupancy", "occupiedBy")) {
      String filter = figure.equals("occupiedBy") ? "basis" : "occupancy";
      summary
          .path(figure)
          .properties()
          .forEach(
              word ->
                  assertThat(rows("/units?" + filter + "=" + word.getKey() + "&"))
                      .as(word.getKey())
                      .isEqualTo(word.getValue().asInt()));
    }
    assertThat(rows("/units?contradiction=true&"))
        .isEqualTo(summary.path("contradictions").asInt());
    assertThat(rows("/people?incomplete=true&"))
        .isEqualTo(summary.path("completeness").path("peopleIncomplete").asInt());
    summary
        .path("people")
        .path("byKind")
        .properties()
        .forEach(
            kind ->
                assertThat(rows("/people?kind=" + kind.getKey() + "&"))
                    .as(kind.getKey())
                    .isEqualTo(kind.getValue().asInt()));
  }

  private static int rows(String query) {
    return service.get(WEST + query + DAY).body().path("items").size();
  }

  @Test
  void peopleAreListedWithoutAnythingPersonal() {
    JsonNode people = service.get(WEST + "/people?incomplete=true&" + DAY).body().path("items");
    assertThat(people.get(0).toString())
        .isEqualTo(
            "{\"id\":503,\"kind\":\"FLOATING\",\"unit\":{\"id\":304,\"address\":"
                + "\"双河市东城区河滨街道人民路101号阳光花园1幢1单元202室\"},\"missing\":[\"phone\"]}");
    assertThat(people.get(1).path("missing").toString())
        .isEqualTo("[\"sex\",\"registeredRegionCode\"]");
  }

  @Test
  void aHouseholdCountsItsMembersOfTheDay() {
    assertThat(service.get(WEST + "/households?" + DAY).body().path("items").get(0).toString())
        .isEqualTo(
            "{\"id\":401,\"unit\":{\"id\":301,\"address\":"
                + "\"双河市东城区河滨街道人民路101号阳光花园1幢1单元101室\",\"floor\":1,\"room\":\"101\"},"
                + "\"members\":2}");
  }

  @Test
  void anOrganisationSaysWhereItWorks() {
    JsonNode items = service.get(WEST + "/organisations?" + DAY).body().path("items");
    assertThat(items.size()).isEqualTo(2);
    assertThat(items.get(0).toString())
        .isEqualTo(
            "{\"id\":701,\"name\":\"早点铺\",\"kind\":\"SHOP\",\"industry\":\"早餐\",\"unit\":"
                + "{\"id\":309,\"address\":\"双河市东城区河滨街道人民路101号阳光花园1幢底商1室\","
                + "\"floor\":1,\"room\":\"底商1\"}}");
    assertThat(items.get(1).path("industry").isNull()).isTrue();
    assertThat(service.get("/api/grids/339901001001009/organisations").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"buildings, 3", "people, 5", "households, 2", "organisations, 2"})
  void listsOfAGridArePagedWithoutLoss(String list, int rows) {
    List<Long> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = service.get(WEST + "/" + list + "?limit=1&" + DAY + after).body();
      page.path("items").forEach(row -> seen.add(row.path("id").asLong()));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(seen).hasSize(rows).doesNotHaveDuplicates().isSorted();
  }
}
