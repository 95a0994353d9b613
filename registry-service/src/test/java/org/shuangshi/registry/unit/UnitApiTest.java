package org.shuangshi.registry.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class UnitApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String DAY = "2026-11-24";
  private static final String WEST = "339901001001001";

  @ParameterizedTest
  @CsvSource({
    "339901001001001, 2026-11-24", "339901001001002, 2026-11-24", "339901001002001, 2026-11-24",
    "339901001002012, 2026-11-24", "339901001002013, 2026-11-24", "339901001001001, 2026-05-31",
    "339901001001001, 2026-06-01", "339901001001001, 2026-10-15", "339901001002001, 2021-01-01",
  })
  void eachStateOfAGridIsWhatWasCountedOneByOne(String code, LocalDate day) throws Exception {
    ExpectedUnits expected = new ExpectedUnits(service, day);
    for (Occupancies state : Occupancies.values()) {
      JsonNode body =
          service.get("/api/grids/" + code + "/units?occupancy=" + state + "&asOf=" + day).body();
      assertThat(ids(body)).as(state.name()).isEqualTo(expected.ofGrid(code, state.name()));
    }
  }

  private enum Occupancies {
    VERIFIED_VACANT,
    OCCUPIED,
    UNLINKED,
    UNVISITED
  }

  @Test
  void aBuildingOnASharedEdgeBelongsToTheSmallestGridIdAlone() {
    // 102 stands on G1|G2 (ids 41 and 40), 106 on G2|G3 (40 and 42): both are G2's.
    assertThat(vacantBuildings("339901001001002")).containsExactlyInAnyOrder(102L, 103L, 106L);
    assertThat(vacantBuildings(WEST)).doesNotContain(102L);
    assertThat(vacantBuildings("339901001002001")).containsExactly(104L);
  }

  @Test
  void aHoleIsNotInsideAndSeveralPartsAre() {
    assertThat(vacantBuildings("339901001002012")).containsExactly(105L);
    assertThat(vacantBuildings("339901001002013")).containsExactly(111L, 112L);
  }

  private static List<Long> vacantBuildings(String grid) {
    List<Long> buildings = new ArrayList<>();
    service
        .get("/api/grids/" + grid + "/units?occupancy=VERIFIED_VACANT&asOf=" + DAY)
        .body()
        .path("items")
        .forEach(unit -> buildings.add(unit.path("building").path("id").asLong()));
    return buildings;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // over the edge of two grids, its own west side through the inside point of 102
        "POLYGON ((120.01 30, 120.03 30, 120.03 30.02, 120.01 30.02, 120.01 30))",
        // with a hole around 103
        "POLYGON ((120 30, 120.04 30, 120.04 30.02, 120 30.02, 120 30),"
            + " (120.014 30.004, 120.016 30.004, 120.016 30.006, 120.014 30.006, 120.014 30.004))",
        "MULTIPOLYGON (((120.1 30.1, 120.11 30.1, 120.11 30.11, 120.1 30.11, 120.1 30.1)),"
            + " ((120.19 30.19, 120.21 30.19, 120.21 30.21, 120.19 30.21, 120.19 30.19)))",
        // a sliver with nothing in it
        "POLYGON ((120.0001 30.0001, 120.0002 30.0001, 120.0002 30.0002, 120.0001 30.0001))",
        "POLYGON ((119 29, 121 29, 121 31, 119 31, 119 29))",
      })
  void aDrawnShapeFindsWhatJtsFinds(String wkt) throws Exception {
    Geometry shape = new WKTReader().read(wkt);
    String body =
        "{\"within\":{\"geometry\":%s},\"occupancy\":[\"VERIFIED_VACANT\"],\"asOf\":\"%s\"}"
            .formatted(GeoJson.of(shape), DAY);
    List<Long> expected =
        new ExpectedUnits(service, LocalDate.parse(DAY)).ofShape(shape, "VERIFIED_VACANT");
    assertThat(ids(service.post("/api/units/search", body).body())).isEqualTo(expected);
    JsonNode count = service.post("/api/units/count", body).body();
    assertThat(count.path("units").asInt()).isEqualTo(expected.size());
    assertThat(count.path("unitsByOccupancy").path("OCCUPIED").asInt()).isZero();
  }

  @Test
  void gridRegionAndShapeOfTheSameAreaAgree() {
    assertThat(countWithin("{\"region\":\"339901001001\"}"))
        .isEqualTo(
            countWithin("{\"grid\":\"339901001001001\"}")
                + countWithin("{\"grid\":\"339901001001002\"}"));
    assertThat(countWithin("{\"region\":\"3399\"}"))
        .isEqualTo(
            countWithin(
                "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[120,30],[120.04,30],[120.04,30.02],[120,30.02],[120,30]]]}}"));
  }

  private static int countWithin(String within) {
    return service
        .post("/api/units/count", "{\"within\":" + within + ",\"asOf\":\"" + DAY + "\"}")
        .body()
        .path("units")
        .asInt();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void pagesHoldEveryRowOnceInOrder(int limit) {
    String path = "/api/grids/" + WEST + "/units?asOf=" + DAY;
    List<Long> whole = inOrder(service.get(path).body());
    // 1单元 before 2单元, low floors before high ones; the unit without an entrance first.
    assertThat(whole).containsExactly(309L, 301L, 302L, 303L, 304L, 306L, 308L, 307L, 317L);
    List<Long> paged = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = service.get(path + "&limit=" + limit + after).body();
      assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
      paged.addAll(inOrder(page));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void aUnitSaysWhatItsStateRestsOn() {
    JsonNode unit = unit(302);
    assertThat(unit.path("occupancy").asString()).isEqualTo("VERIFIED_VACANT");
    assertThat(unit.path("basis").isNull()).isTrue();
    assertThat(unit.path("evidence").toString())
        .isEqualTo(
            "{\"id\":801,\"kind\":\"VISIT\",\"date\":\"2025-06-01\",\"source\":\"网格员甲\","
                + "\"finding\":\"EMPTY\",\"age\":\"STALE\"}");
    assertThat(unit.path("building").path("name").asString()).isEqualTo("1幢");
    assertThat(unit.path("building").path("lon").asDouble()).isEqualTo(120.003);
    assertThat(unit.path("entrance").path("name").asString()).isEqualTo("1单元");
    assertThat(unit.path("address").asString()).isEqualTo("双河市东城区河滨街道人民路101号阳光花园1幢1单元102室");
    assertThat(unit.path("floor").asInt()).isEqualTo(1);
    assertThat(unit.path("areaM2").asDouble()).isEqualTo(60);
    assertThat(unit(301).path("basis").asString()).isEqualTo("RENTED");
    assertThat(unit(303).path("hint").asString()).isEqualTo("LIKELY_EMPTY");
    // Nobody is named: the file the visit came from.
    assertThat(unit(306).path("evidence").path("source").asString()).isEqualTo("手工台账.xlsx");
  }

  @ParameterizedTest
  @CsvSource({
    // six months after 2026-04-10 it is still fresh, a day later no more
    "2026-10-10, FRESH",
    "2026-10-11, AGEING",
    "2027-04-10, AGEING",
    "2027-04-11, STALE",
  })
  void evidenceAgesOnTheDayAfterItsMonths(String day, String age) {
    assertThat(unit(306, day).path("evidence").path("age").asString()).isEqualTo(age);
  }

  private static JsonNode unit(long id) {
    return unit(id, DAY);
  }

  private static JsonNode unit(long id, String day) {
    for (JsonNode unit :
        service.get("/api/grids/" + WEST + "/units?asOf=" + day).body().path("items")) {
      if (unit.path("id").asLong() == id) {
        return unit;
      }
    }
    throw new AssertionError("unit " + id + " is not listed");
  }

  @Test
  void contradictionsAreListedByThemselves() {
    assertThat(
            ids(service.get("/api/grids/" + WEST + "/units?contradiction=true&asOf=" + DAY).body()))
        .containsExactly(304L);
  }

  @Test
  void occupancyMayBeRepeatedOrSeparatedByCommas() {
    String path = "/api/grids/" + WEST + "/units?asOf=" + DAY + "&occupancy=UNVISITED";
    assertThat(ids(service.get(path + "&occupancy=UNLINKED").body()))
        .isEqualTo(ids(service.get(path + ",UNLINKED").body()))
        .containsExactly(303L, 307L, 308L);
  }

  @Test
  void unitsCanBeAskedForByWhatTheirOccupationRestsOn() {
    String path = "/api/grids/" + WEST + "/units?asOf=" + DAY + "&basis=";
    assertThat(ids(service.get(path + "RENTED").body())).containsExactly(301L, 304L);
    assertThat(ids(service.get(path + "BUSINESS,RENTED").body())).containsExactly(301L, 304L, 309L);
    assertThat(ids(service.get(path + "RENTED&occupancy=UNLINKED").body())).isEmpty();
    String body =
        "{\"within\":{\"grid\":\"%s\"},\"basis\":[\"RENTED\"],\"asOf\":\"%s\"}"
            .formatted(WEST, DAY);
    assertThat(ids(service.post("/api/units/search", body).body())).containsExactly(301L, 304L);
    JsonNode count = service.post("/api/units/count", body).body();
    assertThat(count.path("units").asInt()).isEqualTo(2);
    assertThat(count.path("unitsByOccupancy").path("OCCUPIED").asInt()).isEqualTo(2);
    assertThat(service.get(path + "SOLD").body().path("code").asString())
        .isEqualTo("parameter.invalid");
  }

  @Test
  void anAreaThatDoesNotExistIsNotAnEmptyOne() {
    assertThat(service.get("/api/grids/339901001001009/units").status()).isEqualTo(404);
    assertThat(service.get("/api/grids/339901001001002/units?asOf=2026-05-31").status())
        .isEqualTo(404);
    assertThat(
            service
                .post("/api/units/search", "{\"within\":{\"region\":\"11\"}}")
                .body()
                .path("code")
                .asString())
        .isEqualTo("region.unknown");
  }

  private static List<Long> inOrder(JsonNode page) {
    List<Long> ids = new ArrayList<>();
    page.path("items").forEach(unit -> ids.add(unit.path("id").asLong()));
    return ids;
  }

  private static List<Long> ids(JsonNode page) {
    return inOrder(page).stream().sorted().toList();
  }
}
