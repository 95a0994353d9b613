package org.shuangshi.registry.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class BuildingApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "?asOf=2026-11-24";

  @Test
  void aBuildingKnowsItsPlaces() {
    JsonNode building = service.get("/api/buildings/101" + DAY).body();
    assertThat(building.path("grid").path("code").asString()).isEqualTo("339901001001001");
    assertThat(building.path("community").path("name").asString()).isEqualTo("柳岸社区");
    assertThat(building.path("estate").path("name").asString()).isEqualTo("阳光花园");
    assertThat(building.path("heightM").asDouble()).isEqualTo(18.5);
    assertThat(building.path("yearBuilt").asInt()).isEqualTo(1998);
    assertThat(building.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
    assertThat(building.path("unitsByOccupancy").path("OCCUPIED").asInt()).isEqualTo(3);
  }

  @Test
  void theGridOfABuildingFollowsTheDayAndTheSmallestId() {
    assertThat(gridOf(102, "2026-11-24")).isEqualTo("339901001001002");
    assertThat(gridOf(102, "2026-05-31")).isEqualTo("339901001001001");
    assertThat(service.get("/api/buildings/109" + DAY).body().path("grid").isNull()).isTrue();
  }

  private static String gridOf(long building, String day) {
    return service
        .get("/api/buildings/" + building + "?asOf=" + day)
        .body()
        .path("grid")
        .path("code")
        .asString();
  }

  @Test
  void aBuildingIsNotThereBeforeItsDay() {
    assertThat(service.get("/api/buildings/110?asOf=2026-06-30").status()).isEqualTo(404);
    assertThat(service.get("/api/buildings/110?asOf=2026-07-01").status()).isEqualTo(200);
  }

  @Test
  void theChartGoesFromTopToBottomAndFromLeftToRight() {
    JsonNode chart = service.get("/api/buildings/101/chart" + DAY).body();
    List<String> lines = new ArrayList<>();
    for (JsonNode entrance : chart.path("entrances")) {
      for (JsonNode floor : entrance.path("floors")) {
        StringBuilder rooms = new StringBuilder();
        floor.path("units").forEach(unit -> rooms.append(' ').append(unit.path("room").asString()));
        lines.add(entrance.path("name").asString("-") + " " + floor.path("floor") + ":" + rooms);
      }
    }
    assertThat(lines)
        .containsExactly(
            "- 1: 底商1",
            "1单元 2: 201 202",
            "1单元 1: 101 102",
            "1单元 -1: 01",
            "2单元 10: 1001",
            "2单元 2: 201",
            "2单元 1: 101");
  }

  @Test
  void theChartCountsWhoLivesThereAndShowsGaragesWithoutAState() {
    JsonNode entrance =
        service.get("/api/buildings/101/chart" + DAY).body().path("entrances").get(1);
    // two with their main residence and one beside another
    assertThat(entrance.path("floors").get(1).path("units").get(0).path("people").asInt())
        .isEqualTo(3);
    JsonNode garage = entrance.path("floors").get(2).path("units").get(0);
    assertThat(garage.path("use").asString()).isEqualTo("GARAGE");
    assertThat(garage.path("occupancy").isNull()).isTrue();
  }

  @Test
  void anEntranceWithoutUnitsThatDayIsStillShown() {
    JsonNode chart = service.get("/api/buildings/103/chart?asOf=2025-01-01").body();
    assertThat(chart.path("entrances").size()).isEqualTo(1);
    assertThat(chart.path("entrances").get(0).path("floors").get(0).path("floor").asInt())
        .isEqualTo(4);
    assertThat(service.get("/api/buildings/108/chart" + DAY).body().path("entrances").size())
        .isZero();
  }
}
