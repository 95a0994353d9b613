package org.shuangshi.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import tools.jackson.databind.JsonNode;

class ImportApiTest {
  private static final TestDatabase database = new TestDatabase();

  @TempDir private static Path folder;
  private static RunningService service;
  private static Accounts accounts;
  private static Imports mine;

  @BeforeAll
  static void town() {
    database.execute(RunningService.fixture());
    service = start();
    accounts = new Accounts(service);
    mine = new Imports(service, RunningService.BEARER);
  }

  private static RunningService start() {
    return start(12);
  }

  private static RunningService start(int megabytes) {
    return RunningService.with(
        database,
        Map.of(
            "REGISTRY_FILES",
            folder.toString(),
            "REGISTRY_UPLOAD_MEGABYTES",
            String.valueOf(megabytes)));
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static long buildings(String source) {
    return Long.parseLong(
        String.valueOf(
            service
                .rows(
                    "SELECT count(*) FROM building b JOIN identity.building i USING (id) WHERE i.source = '"
                        + source
                        + "' AND upper_inf(b.recorded)")
                .get(0)
                .get(0)));
  }

  @Test
  void aFileIsCheckedFirstAndWrittenWhenItIsWanted() {
    byte[] file =
        Imports.file(
            Imports.building("a", "东楼", 120.0051, 30.0051),
            Imports.building("b", "西楼", 120.0055, 30.0051),
            Imports.building("b", "西楼二", 120.0059, 30.0051));
    JsonNode checked = mine.checked("first", file);
    assertThat(checked.path("state").asString()).as("%s", checked).isEqualTo("CHECKED");
    assertThat(checked.at("/outcome/rows").asLong()).isEqualTo(3);
    assertThat(checked.at("/outcome/rejected").asLong()).isEqualTo(2);
    assertThat(checked.at("/outcome/parts/0/added").asLong()).isEqualTo(1);
    assertThat(buildings("first")).as("before the yes").isZero();

    JsonNode applied = mine.applied(checked);
    assertThat(applied.path("state").asString()).as("%s", applied).isEqualTo("APPLIED");
    assertThat(buildings("first")).isEqualTo(1);
    List<String> change =
        service
            .rows(
                "SELECT who, why, source, kind FROM change WHERE id = "
                    + applied.path("change").asLong())
            .get(0);
    assertThat(change).containsExactly(RunningService.ALL_SEEING, "试验导入", "first", "IMPORT");

    JsonNode again = mine.applied(mine.checked("first", file));
    assertThat(again.at("/outcome/parts/0/same").asLong()).isEqualTo(1);
    assertThat(again.path("change").isNull()).as("nothing was written").isTrue();
  }

  @Test
  void issuesAreToldRowByRowAndInPages() {
    List<String> rows = new ArrayList<>();
    rows.add(Imports.building("ok", "好", 120.0061, 30.0061));
    for (int i = 0; i < 5; i++) {
      rows.add(Imports.building("same", "同 " + i, 120.0061 + i * 0.0004, 30.0065));
    }
    JsonNode checked = mine.checked("issues", Imports.file(rows.toArray(String[]::new)));
    String path = "/api/imports/" + checked.path("id").asLong() + "/issues";
    List<Long> told = new ArrayList<>();
    String next = "";
    do {
      Answer page = mine.get(path + "?code=key.duplicate&limit=2" + next);
      page.body().path("items").forEach(item -> told.add(item.path("row").asLong()));
      next = "&after=" + page.body().path("next").asString();
    } while (!next.equals("&after="));
    assertThat(told).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L);
    assertThat(mine.get(path + "?code=none").body().path("items").size()).isZero();
  }

  @Test
  void aFileThatIsNotWhatItSaysIsRefusedAndSaysWhy() {
    for (Map.Entry<String, byte[]> each :
        Map.of(
                "broken.geojson", "{\"type\":\"Feature".getBytes(StandardCharsets.UTF_8),
                "broken.gpkg", "nothing".getBytes(StandardCharsets.UTF_8),
                "unknown.bin", "nothing".getBytes(StandardCharsets.UTF_8))
            .entrySet()) {
      long id = mine.order(each.getKey(), "buildings", "refused");
      mine.send(id, each.getValue());
      JsonNode refused = mine.rested(id);
      assertThat(refused.path("state").asString()).as("%s", refused).isEqualTo("REFUSED");
      assertThat(refused.at("/problem/code").asString()).startsWith("file.");
      assertThat(refused.at("/problem/detail").asString()).isNotBlank();
      assertThat(
              mine.post("/api/imports/" + id + "/apply", "{\"acceptAnomalies\":false}")
                  .body()
                  .path("code")
                  .asString())
          .isEqualTo("import.state");
    }
    assertThat(buildings("refused")).isZero();
  }

  @Test
  void whatCannotBeMeantIsRefusedBeforeAFileIsSent() {
    for (String body :
        List.of(
            "{\"kind\":\"buildings\",\"why\":\"试验\"}",
            "{\"fileName\":\"x.csv\",\"why\":\"试验\"}",
            "{\"fileName\":\"x.csv\",\"kind\":\"castles\",\"why\":\"试验\"}",
            "{\"fileName\":\"x.csv\",\"kind\":\"buildings\"}",
            "{\"fileName\":\"x.csv\",\"kind\":\"buildings\",\"why\":\"试验\",\"crs\":\"西安\"}",
            "{\"fileName\":\"x.csv\",\"kind\":\"buildings\",\"why\":\"试验\",\"more\":1}")) {
      assertThat(mine.post("/api/imports", body).status()).as(body).isEqualTo(400);
    }
  }

  /** Questions may have eight megabytes; files have a limit of their own. */
  @Test
  void aFileLargerThanAnyQuestionIsTaken() {
    byte[] small = Imports.file(Imports.building("huge", "大楼", 120.0071, 30.0071));
    byte[] large = Arrays.copyOf(small, 11 << 20);
    Arrays.fill(large, small.length, large.length, (byte) ' ');
    assertThat(mine.checked("huge", large).at("/outcome/parts/0/added").asLong()).isEqualTo(1);
  }

  @Test
  void aFileThatIsTooLargeIsNotTaken() {
    try (RunningService small = start(1)) {
      Imports little = new Imports(small, RunningService.BEARER);
      long id = little.order("x.geojson", "buildings", "large");
      Answer answer = little.send(id, new byte[(1 << 20) + 1]);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body().path("code").asString()).isEqualTo("file.too-large");
      assertThat(little.send(id, new byte[0]).body().path("code").asString())
          .isEqualTo("file.empty");
      assertThat(little.get("/api/imports/" + id).body().path("state").asString()).isEqualTo("NEW");
      // said before it is sent, it is refused before it is sent
      String said = "{\"fileName\":\"x.csv\",\"kind\":\"buildings\",\"why\":\"试验\",\"bytes\":%d}";
      Answer refused = little.post("/api/imports", said.formatted((1 << 20) + 1));
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.body().path("code").asString()).isEqualTo("file.too-large");
      assertThat(little.post("/api/imports", said.formatted(1 << 20)).status()).isEqualTo(201);
    }
  }

  @Test
  void whatIsCancelledIsNotWritten() {
    JsonNode checked =
        mine.checked("cancelled", Imports.file(Imports.building("c", "楼", 120.0071, 30.0071)));
    String path = "/api/imports/" + checked.path("id").asLong();
    assertThat(mine.post(path + "/cancel", "{}").body().path("state").asString())
        .isEqualTo("CANCELLED");
    assertThat(mine.post(path + "/apply", "{\"acceptAnomalies\":false}").status()).isEqualTo(409);
    assertThat(buildings("cancelled")).isZero();
  }

  @Test
  void whoBringsInSomewhereWritesThereAlone() {
    String token = accounts.program("local-steward");
    database.execute(
        "INSERT INTO access.role_grant (account_id, role_id, region_id, days, granted_by)"
            + " SELECT a.id, r.id, 11, '[2020-01-01,)', 'test' FROM access.account a, access.role r"
            + " WHERE a.name = 'local-steward' AND r.name = 'steward'");
    Imports local = new Imports(service, "Bearer " + token);
    String inside = Imports.building("i", "里", 120.0081, 30.0081);
    String outside = Imports.building("o", "外", 120.0251, 30.0081);
    JsonNode refused = local.checked("local", Imports.file(inside, outside));
    assertThat(refused.path("state").asString()).as("%s", refused).isEqualTo("REFUSED");
    assertThat(refused.at("/problem/code").asString()).isEqualTo("area.outside");
    JsonNode applied = local.applied(local.checked("local", Imports.file(inside)));
    assertThat(applied.path("state").asString()).as("%s", applied).isEqualTo("APPLIED");

    // a building of elsewhere is not drawn over to here, nor is one from here sent there
    JsonNode mineOutside = mine.applied(mine.checked("local", Imports.file(outside)));
    assertThat(mineOutside.path("state").asString()).isEqualTo("APPLIED");
    for (String moved :
        List.of(
            Imports.building("o", "外", 120.0085, 30.0085),
            Imports.building("i", "里", 120.0255, 30.0085))) {
      assertThat(local.checked("local", Imports.file(moved)).at("/problem/code").asString())
          .isEqualTo("area.outside");
    }

    String path = "/api/imports/" + mineOutside.path("id").asLong();
    assertThat(local.get(path).status()).as("somebody else's").isEqualTo(404);
    assertThat(local.get("/api/imports?limit=100").body().path("items").findValues("mine"))
        .isNotEmpty()
        .allMatch(JsonNode::asBoolean);
    assertThat(
            mine.get("/api/imports/" + applied.path("id").asLong()).body().path("mine").asBoolean())
        .isFalse();
  }

  @Test
  void rejectedRowsComeBackAsTheFileTheyCameInAndGoInOnceMended() throws IOException {
    byte[] file =
        "id,road,door_number,lon,lat\nr1,好路,1号,120.0031,30.0031\nr2,好街,2号,一百二十,30.0031\n"
            .getBytes(StandardCharsets.UTF_8);
    long id = mine.order("门牌.csv", "addresses", "rejected");
    mine.send(id, file);
    JsonNode checked = mine.rested(id);
    assertThat(checked.path("may").toString()).as("%s", checked).contains("REJECTED");
    Answer answer = mine.get("/api/imports/" + id + "/rejected");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(URLDecoder.decode(String.valueOf(answer.header("Content-Disposition")), UTF_8))
        .contains("门牌.被拒绝.csv");
    String text = new String(answer.response().body(), UTF_8);
    assertThat(text).contains("问题代码", "原因", "建议").doesNotContain("好路");
    assertThat(text.lines().filter(line -> line.startsWith("r2,")).count()).isEqualTo(1);
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile))
          .allMatch(each -> each.toString().endsWith(".sealed"));
    }
    JsonNode whole =
        mine.checked("rejected", Imports.file(Imports.building("w", "整", 120.0032, 30.0035)));
    assertThat(mine.get("/api/imports/" + whole.path("id").asLong() + "/rejected").status())
        .isEqualTo(410);
  }

  @Test
  void aWrittenImportIsTakenBackButForWhatWasEditedSince() {
    JsonNode applied =
        mine.applied(
            mine.checked(
                "undone",
                Imports.file(
                    Imports.building("a", "甲楼", 120.0034, 30.0041),
                    Imports.building("b", "乙楼", 120.0038, 30.0041))));
    String path = "/api/imports/" + applied.path("id").asLong();
    String building =
        String.valueOf(
            service
                .rows("SELECT id FROM identity.building WHERE source = 'undone' AND key = 'b'")
                .get(0)
                .get(0));
    Answer card = mine.get("/api/things/building/" + building);
    assertThat(
            service
                .post(
                    "/api/things/building/" + building + "/change",
                    "{\"why\":\"改名\",\"from\":\"2026-06-01\",\"values\":{\"name\":\"乙座\"}}",
                    card.body().path("etag").asString())
                .status())
        .isEqualTo(200);

    JsonNode preview = mine.get(path + "/undo").body();
    assertThat(preview.path("leftInAll").asLong()).as("%s", preview).isEqualTo(1);
    assertThat(preview.at("/left/0/code").asString()).isEqualTo("undo.edited");
    assertThat(buildings("undone")).as("after a look").isEqualTo(3);
    assertThat(mine.post(path + "/undo", "{\"why\":\"\"}").status()).isEqualTo(400);

    assertThat(mine.post(path + "/undo", "{\"why\":\"导错了文件\"}").status()).isEqualTo(202);
    JsonNode undone = mine.rested(applied.path("id").asLong());
    assertThat(undone.path("state").asString()).as("%s", undone).isEqualTo("UNDONE");
    assertThat(undone.at("/undone/tables/0/withdrawn").asLong()).isEqualTo(1);
    assertThat(undone.at("/undone/left/0/id").asLong()).isEqualTo(Long.parseLong(building));
    assertThat(mine.get("/api/things/building/" + building).status()).isEqualTo(200);
    assertThat(buildings("undone")).as("versions of the one that was edited").isEqualTo(2);
    assertThat(service.rows("SELECT why FROM change WHERE id = " + undone.path("undo").asLong()))
        .containsExactly(List.of("导错了文件"));
    assertThat(mine.post(path + "/undo", "{\"why\":\"再来\"}").status()).isEqualTo(409);
  }

  @Test
  void filesLieSealedAndNothingLiesOpenAfterwards() throws IOException {
    mine.checked("sealed", Imports.file(Imports.building("s", "保密楼名", 120.0091, 30.0091)));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toString()).endsWith(".sealed");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            .doesNotContain("保密楼名");
      }
    }
  }

  @Test
  void aServiceThatEndedAtWorkTakesItUpAgain() {
    JsonNode checked =
        mine.checked("resumed", Imports.file(Imports.building("r", "楼", 120.0095, 30.0095)));
    long id = checked.path("id").asLong();
    service.close();
    database.execute("UPDATE access.import_job SET state = 'APPLYING' WHERE id = " + id);
    service = start();
    mine = new Imports(service, RunningService.BEARER);
    JsonNode applied = mine.rested(id);
    assertThat(applied.path("state").asString()).as("%s", applied).isEqualTo("APPLIED");
    assertThat(applied.path("resumed").asInt()).isEqualTo(1);
    assertThat(buildings("resumed")).isEqualTo(1);
  }
}
