package org.shuangshi.registry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.plan.Planners.Planner;
import tools.jackson.databind.node.ObjectNode;

/** Plans are drawn by several, checked by one and approved by another. */
class PlanApiTest {
  private static final String SPLIT = "[[119.999,30.009],[120.01,30.009]]";

  private static final Planners town = new Planners();
  private static Planner drawer;
  private static Planner colleague;
  private static Planner approver;

  @BeforeAll
  static void people() {
    drawer = town.planner("drawer", "gis", "11");
    colleague = town.planner("colleague", "gis", "11");
    approver = town.planner("approver", "gis", "NULL");
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aDraftBeginsFromTheGridsThatStand() {
    long id = drawer.begin("照旧", Planners.COMMUNITY);
    Answer plan = drawer.get("/" + id);
    assertThat(plan.header("ETag")).isEqualTo("\"" + id + "-1\"");
    assertThat(plan.body().path("document").path("grids").findValuesAsString("id"))
        .containsExactlyInAnyOrder("40", "41");
    assertThat(plan.body().path("communities").findValuesAsString("code"))
        .containsExactly(Planners.COMMUNITY);
    assertThat(drawer.get("/" + id + "/ground").body().path("ring").findValuesAsString("id"))
        .containsExactly("42");
  }

  @Test
  void whoComesSecondSeesWhoseDraftItIsAndCannotOverwriteIt() {
    long id = drawer.begin("第一个", Planners.COMMUNITY);
    Answer second =
        colleague.post("", "{\"community\":\"%s\",\"name\":\"第二个\"}".formatted(Planners.COMMUNITY));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("code").asString()).isEqualTo("plan.community-taken");
    assertThat(second.body().path("detail").asString()).contains("drawer");
    ObjectNode document = colleague.document(id);
    assertThat(colleague.save(id, document).body().path("code").asString())
        .isEqualTo("plan.not-yours");

    assertThat(
            drawer.change("PUT", "/" + id + "/shares", "{\"accounts\":[\"colleague\"]}").status())
        .isEqualTo(200);
    String seen = drawer.get("/" + id).body().path("etag").asString();
    assertThat(colleague.save(id, document).status()).isEqualTo(200);
    Answer late = drawer.ask("PUT", "/" + id, seen, document.toString());
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body().path("detail").asString()).contains("colleague", "第 2 版");
    assertThat(drawer.ask("PUT", "/" + id, "", document.toString()).status()).isEqualTo(428);
  }

  @Test
  void whatIsSaidStaysInOrder() {
    long id = drawer.begin("讨论", Planners.COMMUNITY);
    assertThat(
            colleague
                .post("/" + id + "/comments", "{\"text\":\"这里切开\",\"lon\":120.005,\"lat\":30.01}")
                .status())
        .isEqualTo(201);
    drawer.post("/" + id + "/comments", "{\"text\":\"同意\",\"grid\":41}");
    assertThat(drawer.get("/" + id + "/comments").body().path("items").findValuesAsString("text"))
        .containsExactly("这里切开", "同意");
  }

  @Test
  void faultsForbidAndNameThePlace() {
    long id = drawer.begin("有毛病", Planners.COMMUNITY);
    assertThat(codes(id)).contains("grid.no-leader").doesNotContain("coverage.gap");
    ObjectNode document = drawer.document(id);
    ((tools.jackson.databind.node.ArrayNode) document.path("grids")).remove(0);
    drawer.save(id, document);
    assertThat(codes(id)).contains("coverage.gap");
    Answer refused = drawer.post("/" + id + "/check", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("plan.faulty");
  }

  private static List<String> codes(long id) {
    return drawer.get("/" + id + "/faults").body().findValuesAsString("code");
  }

  @Test
  void whoCheckedDoesNotApprove() {
    long id = drawer.begin("四眼", Planners.COMMUNITY);
    drawer.named(id);
    assertThat(drawer.post("/" + id + "/check", "").body().path("state").asString())
        .isEqualTo("CHECKED");
    assertThat(drawer.post("/" + id + "/approve", "").body().path("code").asString())
        .isEqualTo("plan.own-check");
    assertThat(drawer.save(id, drawer.document(id)).body().path("code").asString())
        .isEqualTo("plan.state");
    assertThat(
            approver
                .post("/" + id + "/return", "{\"why\":\"再想想\"}")
                .body()
                .path("state")
                .asString())
        .isEqualTo("DRAFT");
    drawer.passed(id, approver);
    assertThat(drawer.get("/" + id).body().path("steps").findValuesAsString("state"))
        .containsExactly("CHECKED", "DRAFT", "CHECKED", "APPROVED");
  }

  @Test
  void whoPlansElsewhereDoesNotHere() {
    Planner stranger = town.planner("stranger", "gis", "12");
    long id = drawer.begin("别处", Planners.COMMUNITY);
    assertThat(stranger.get("/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/" + id + "/ground").status()).isEqualTo(404);
    assertThat(stranger.post("/" + id + "/check", "").status()).isEqualTo(404);
    assertThat(stranger.get("").body().path("items").findValuesAsString("id"))
        .doesNotContain(String.valueOf(id));
    assertThat(
            stranger
                .post("", "{\"community\":\"%s\",\"name\":\"越界\"}".formatted(Planners.COMMUNITY))
                .status())
        .isEqualTo(403);
  }

  @Test
  void anEditThatCannotBeDoneLeavesTheDraftAsItWas() {
    long id = drawer.begin("切不开", Planners.COMMUNITY);
    Answer refused = drawer.split(id, 41, "[[120.002,30.003],[120.004,30.003]]");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("mesh.does-not-divide");
    assertThat(drawer.get("/" + id).body().path("revision").asInt()).isEqualTo(1);
    assertThat(drawer.split(id, 41, SPLIT).status()).isEqualTo(200);
    assertThat(drawer.document(id).path("grids").findValuesAsString("id"))
        .containsExactlyInAnyOrder("40", "41", String.valueOf(Planners.NEW));
  }
}
