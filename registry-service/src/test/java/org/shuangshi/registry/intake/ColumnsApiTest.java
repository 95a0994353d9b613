package org.shuangshi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

class ColumnsApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private static Path folder;
  private static RunningService service;
  private static Imports mine;

  @BeforeAll
  static void town() {
    database.execute(RunningService.fixture());
    service = RunningService.with(database, Map.of("REGISTRY_FILES", folder.toString()));
    mine = new Imports(service, RunningService.BEARER);
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static JsonNode sent(String name, String kind, String source, byte[] file) {
    long id = mine.order(name, kind, source);
    assertThat(mine.send(id, file).status()).isEqualTo(202);
    return mine.rested(id);
  }

  private static Answer put(long id, String body) {
    return service.send(
        service
            .request("/api/imports/" + id + "/columns")
            .header("Authorization", RunningService.BEARER)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode columns(long id, String query) {
    Answer answer = mine.get("/api/imports/" + id + "/columns" + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode column(JsonNode seen, String header) {
    for (JsonNode each : seen.path("columns")) {
      if (each.path("header").asString().equals(header)) {
        return each;
      }
    }
    throw new AssertionError("no column " + header + " in " + seen);
  }

  /** Chosen where a required column was not found; kept for the source once it is written. */
  @Test
  void whatIsChosenIsCheckedWrittenAndUsedAgain() {
    byte[] file = "编号,字号,机构类型\nq1,老王小吃,夫妻店\nq2,甲公司,公司\n".getBytes(GB18030);
    JsonNode refused = sent("商户.csv", "organisations", "工商", file);
    long id = refused.path("id").asLong();
    assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.path("problem").path("code").asString()).isEqualTo("column.missing");
    assertThat(refused.path("may").toString()).contains("COLUMNS");

    JsonNode seen = columns(id, "");
    assertThat(seen.path("encoding").asString()).isEqualTo("GB18030");
    assertThat(seen.path("encodings").toString()).isEqualTo("[\"UTF-8\",\"GB18030\",\"Big5\"]");
    assertThat(seen.path("key").asString()).isEqualTo("编号");
    assertThat(column(seen, "机构类型").path("field").asString()).isEqualTo("kind");
    assertThat(column(seen, "机构类型").path("how").asString()).isEqualTo("GUESSED");
    assertThat(column(seen, "字号").path("field").isNull()).isTrue();
    assertThat(seen.path("fields").get(0).path("required").asBoolean()).isTrue();
  }

  @Test
  void aChoiceGoesThroughCheckToTheNextFile() {
    byte[] file = "编号,字号,机构类型\nq1,老王小吃,夫妻店\nq2,甲公司,公司\n".getBytes(StandardCharsets.UTF_8);
    long id = sent("商户.csv", "organisations", "市场局", file).path("id").asLong();
    Answer chosen =
        put(id, "{\"columns\":{\"字号\":\"name\",\"机构类型\":\"kind\",\"编号\":\"\"},\"key\":\"编号\"}");
    assertThat(chosen.status()).as("%s", chosen.body()).isEqualTo(202);
    JsonNode checked = mine.rested(id);
    assertThat(checked.path("state").asString()).isEqualTo("CHECKED");
    JsonNode unknown = checked.path("outcome").path("mapped").path("unknown");
    assertThat(unknown).hasSize(1);
    assertThat(unknown.get(0).path("value").asString()).isEqualTo("夫妻店");
    assertThat(unknown.get(0).path("refuses").asBoolean()).isTrue();
    assertThat(checked.path("outcome").path("rejected").asLong()).isEqualTo(1);

    put(
        id,
        "{\"columns\":{\"字号\":\"name\",\"机构类型\":\"kind\",\"编号\":\"\"},\"key\":\"编号\","
            + "\"values\":{\"kind\":{\"夫妻店\":\"SHOP\"}}}");
    JsonNode again = mine.rested(id);
    assertThat(again.path("outcome").path("rejected").asLong()).isZero();
    assertThat(mine.applied(again).path("state").asString()).isEqualTo("APPLIED");

    byte[] next = "编号,字号,机构类型\nq3,老李小吃,夫妻店\n".getBytes(StandardCharsets.UTF_8);
    JsonNode second = sent("商户2.csv", "organisations", "市场局", next);
    assertThat(second.path("state").asString()).isEqualTo("CHECKED");
    assertThat(second.path("profile").asInt()).isEqualTo(1);
    assertThat(second.path("outcome").path("rejected").asLong()).isZero();
    assertThat(columns(second.path("id").asLong(), "").path("values").toString())
        .isEqualTo("{\"kind\":{\"夫妻店\":\"SHOP\"}}");

    Answer forgotten =
        mine.post("/api/imports/" + second.path("id").asLong() + "/profile/remove", "{}");
    assertThat(forgotten.status()).isEqualTo(200);
    JsonNode third = sent("商户3.csv", "organisations", "市场局", next);
    assertThat(third.path("profile").isNull()).isTrue();
    assertThat(third.path("state").asString()).isEqualTo("REFUSED");
  }

  /** Proposed by their numbers, chosen, written, and used for the next file of the source. */
  @Test
  void whereTheRowsOfATableLieIsChosenLikeAnyOtherColumn() {
    StringBuilder rows = new StringBuilder("编号,路/街/巷,门牌号,位置A,位置B\n");
    for (int i = 1; i <= 6; i++) {
      rows.append("m%d,乙路,%d号,120.00%d1,30.00%d1%n".formatted(i, i, i, i));
    }
    byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
    long id = sent("门牌.csv", "addresses", "地名办", file).path("id").asLong();
    JsonNode seen = columns(id, "");
    assertThat(column(seen, "位置A").path("field").asString()).isEqualTo("lon");
    assertThat(column(seen, "位置A").path("how").isNull()).as("a proposal").isTrue();
    assertThat(column(seen, "位置A").path("reason").asString()).isEqualTo("100% 的值是经度或东坐标");
    assertThat(column(seen, "位置B").path("field").asString()).isEqualTo("lat");
    assertThat(seen.path("fields").toString()).contains("\"经度（东坐标）\"", "\"图形（WKT 文本）\"");

    put(id, "{\"columns\":{\"位置A\":\"lon\",\"位置B\":\"\"},\"key\":\"编号\"}");
    JsonNode half = mine.rested(id);
    assertThat(half.path("problem").path("code").asString()).isEqualTo("mapping.place-half");

    put(id, "{\"columns\":{\"位置A\":\"lon\",\"位置B\":\"lat\"},\"key\":\"编号\"}");
    JsonNode checked = mine.rested(id);
    assertThat(checked.path("state").asString()).as("%s", checked).isEqualTo("CHECKED");
    assertThat(mine.get("/api/imports/" + id + "/coordinates").body().toString())
        .contains("EPSG:4490");
    assertThat(mine.applied(checked).path("state").asString()).isEqualTo("APPLIED");

    byte[] next =
        "编号,路/街/巷,门牌号,位置A,位置B\nm7,乙路,7号,东边,30.0071\nm8,乙路,8号,120.0081,30.0081\n"
            .getBytes(StandardCharsets.UTF_8);
    JsonNode second = sent("门牌2.csv", "addresses", "地名办", next);
    assertThat(second.path("profile").asInt()).isEqualTo(1);
    assertThat(second.path("outcome").path("rejected").asLong()).isEqualTo(1);
    long again = second.path("id").asLong();
    assertThat(column(columns(again, ""), "位置B").path("how").asString()).isEqualTo("CHOSEN");
    Answer rejected = mine.get("/api/imports/" + again + "/rejected");
    assertThat(rejected.status()).isEqualTo(200);
  }

  @Test
  void ofPeopleOnlyShapesAreShown() {
    byte[] file =
        "姓名,性别,证件号码,电话\n张建国,男,11010519491231002X,13800000000\n王芳,女,34052419800101001X,\n"
            .getBytes(StandardCharsets.UTF_8);
    long id = sent("人.csv", "people", "街道人口", file).path("id").asLong();
    JsonNode seen = columns(id, "");
    assertThat(column(seen, "性别").path("sample").toString()).isEqualTo("[\"男\",\"女\"]");
    assertThat(column(seen, "姓名").path("sample").toString()).isEqualTo("[\"字字字\",\"字字\"]");
    assertThat(column(seen, "证件号码").path("sample").toString())
        .isEqualTo("[\"99999999999999999A\"]");
    List<String> all = new ArrayList<>();
    seen.path("columns").forEach(each -> all.add(each.path("sample").toString()));
    assertThat(String.join("", all)).doesNotContain("张建国").doesNotContain("1380");
  }

  @Test
  void whatCannotBeChosenIsRefusedAndSaysWhy() {
    byte[] file = "编号,名称\nq1,甲\n".getBytes(StandardCharsets.UTF_8);
    long id = sent("单位.csv", "organisations", "错选", file).path("id").asLong();
    put(id, "{\"columns\":{\"没有这列\":\"name\"}}");
    JsonNode refused = mine.rested(id);
    assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.path("problem").path("code").asString()).isEqualTo("mapping.unknown-column");
    Answer encoding = mine.get("/api/imports/" + id + "/columns?encoding=nonsense");
    assertThat(encoding.status()).isEqualTo(400);
    assertThat(encoding.body().path("code").asString()).isEqualTo("encoding.unknown");
    mine.post("/api/imports/" + id + "/profile/remove", "{}");
    put(id, "{\"columns\":{\"名称\":\"name\"}}");
    mine.applied(mine.rested(id));
    assertThat(put(id, "{\"columns\":{}}").status()).as("written by now").isEqualTo(409);
  }
}
