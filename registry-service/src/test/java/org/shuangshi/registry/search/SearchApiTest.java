package org.shuangshi.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchApiTest {
  private static final RunningService service = RunningService.shared();

  private static JsonNode search(String q, int limit) {
    String body = new JsonMapper().createObjectNode().put("q", q).put("limit", limit).toString();
    return service.post("/api/search", body).body();
  }

  /** Kind and id of each hit, in order. */
  private static List<String> hits(String q) {
    List<String> hits = new ArrayList<>();
    for (JsonNode hit : search(q, 20).path("items")) {
      hits.add(hit.path("kind").asString() + " " + hit.path("id"));
    }
    return hits;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "人民路103号 | ADDRESS 1103",
        "人民路 103号 | ADDRESS 1103", // words in any order, each of them there
        "103号 人民路 | ADDRESS 1103",
        "人民路１０３号 | ADDRESS 1103", // full width
        "图书馆 | BUILDING 105",
        "阳光花园 | ESTATE 61",
        "老纺织厂 | ESTATE 61", // nickname
        "煤场大院 | ADDRESS 1108", // what people call the place
        "大学城 | GRID 43",
        "柳岸西 | GRID 41",
        "12 | GRID 43",
        "012 | GRID 43",
        "339901001002012 | GRID 43",
        "桥头社区 | REGION 12",
        "339901001002 | REGION 12",
        "3399 | REGION 1",
      })
  void whatIsMeantComesFirst(String q, String first) {
    assertThat(hits(q)).startsWith(first);
  }

  @Test
  void aNumberNamesTheGridOfEachCommunity() {
    assertThat(hits("1")).contains("GRID 41", "GRID 42").doesNotContain("GRID 43");
    JsonNode grid = search("大学城", 20).path("items").get(0);
    assertThat(grid.path("code").asString()).isEqualTo("339901001002012");
    assertThat(grid.path("sub").asString()).isEqualTo("桥头社区");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "阳光花园1幢2单元201室 | 2006",
        "阳光花园1栋2单元201 | 2006",
        "阳光花园1号楼 2单元 201室 | 2006",
        "阳光花园 1-2-201 | 2006",
        "阳光花园 1-1-201 | 2002",
      })
  void aRoomIsFoundInItsBuilding(String q, long address) {
    JsonNode hit = search(q, 20).path("items").get(0);
    assertThat(hit.path("kind").asString()).isEqualTo("ADDRESS");
    assertThat(hit.path("id").asLong()).isEqualTo(address);
    assertThat(hit.path("buildingId").asLong()).isEqualTo(101);
    assertThat(hit.path("lon").asDouble()).isEqualTo(120.003);
    assertThat(hit.path("lat").asDouble()).isEqualTo(30.003);
  }

  @Test
  void aHitSaysWhereToFly() {
    JsonNode estate = search("阳光花园", 20).path("items").get(0);
    assertThat(estate.path("label").asString()).isEqualTo("阳光花园");
    assertThat(estate.path("sub").asString()).isEqualTo("柳岸社区");
    assertThat(estate.path("lon").asDouble()).isBetween(120.001, 120.006);
    assertThat(estate.has("code")).isFalse();
    assertThat(search("老纺织厂", 20).path("items").get(0).path("sub").asString()).isEqualTo("老纺织厂宿舍");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50%_特价 | BUILDING 103",
        "价\\楼 | BUILDING 103",
        "% | BUILDING 103",
        "_ | BUILDING 103"
      })
  void percentUnderscoreAndBackslashMeanThemselves(String q, String only) {
    assertThat(hits(q)).containsExactly(only);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50_", "人民%号", "1%1号", "没有的地方", "柳岸全境", "' OR 1=1 --", "\\"})
  void whatIsNotThereIsNotFound(String q) {
    assertThat(hits(q)).doesNotContain("ADDRESS 1101", "GRID 44");
  }

  @Test
  void demolishedBuildingsAreNotFoundAndFormerGridsNeither() {
    assertThat(hits("人民路107号")).containsExactly("ADDRESS 1107");
    assertThat(search("人民路107号", 20).path("items").get(0).has("buildingId")).isFalse();
    assertThat(hits("柳岸")).contains("GRID 41", "GRID 40", "REGION 11").doesNotContain("GRID 44");
  }

  @Test
  void asManyAsAskedForAndNoMore() {
    assertThat(search("人民路", 3).path("items").size()).isEqualTo(3);
    assertThat(search("人民路", 100).path("items").size()).isGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"q\":\"\"} | q | field.missing",
        "{\"q\":\" ，, \"} | q | field.missing",
        "{} | q | field.missing",
        "{\"q\":\"a\",\"limit\":0} | limit | parameter.invalid",
        "{\"q\":\"a\",\"limit\":101} | limit | parameter.invalid",
        "{\"q\":\"a\\u0000b\"} | q | search.too-long",
      })
  void whatCannotBeSearchedIsRefused(String body, String field, String code) {
    JsonNode problem = service.post("/api/search", body).body();
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void aNovelIsRefused() {
    JsonNode problem = service.post("/api/search", "{\"q\":\"" + "长".repeat(201) + "\"}").body();
    assertThat(problem.path("code").asString()).isEqualTo("search.too-long");
  }

  @Test
  void somebodyIsNotFoundByName() {
    assertThat(hits("庚")).isEmpty();
  }
}
