package org.shuangshi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.intake.Imports;
import org.shuangshi.registry.photo.Photos;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each field the description promises is filled in some real answer, and answers have no others.
 */
class AnsweredFieldsTest {
  private static final TestDatabase database = town();
  private static final RunningService service = RunningService.over(database);
  private static final String WEST = "/api/grids/339901001001001";
  private static final String DAY = "asOf=2026-11-24";
  private static final String WITHIN =
      "{\"within\":{\"grid\":\"339901001001001\"},\"asOf\":\"2026-11-24\",\"limit\":3}";

  /** Said only of what failed, is at work or out of the ordinary; the tests of those have one. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "exports_get.detail",
          "exports_order.detail",
          "spot_covering.items[].recordedTo",
          "things_get.supersededBy",
          "things_get.supersededBy.id",
          "things_get.supersededBy.label",
          "session_get.provider",
          "audit_chain.fault",
          "audit_chain.fault.kind",
          "audit_chain.fault.number",
          "audit_chain.fault.event",
          "audit_chain.fault.message",
          "audit_chain.witnessed",
          "audit_chain.witnessedAt",
          "audit_events.items[].why",
          "audit_own.items[].why",
          "registrations_count.byCells",
          "registrations_count.byCells.cells",
          "registrations_count.byCells.countedOn",
          "import-columns_look.*",
          "imports_get.profile",
          "imports_get.outcome.mapped.*",
          "imports_list.items[].profile",
          "imports_list.items[].outcome.mapped.*",
          "imports_get.progress",
          "imports_get.progress.step",
          "imports_get.progress.share",
          "imports_get.progress.rows",
          "imports_get.progress.rowsPerSecond",
          "imports_get.progress.secondsLeft",
          "imports_get.outcome.anomalies[].code",
          "imports_get.outcome.anomalies[].placeCode",
          "imports_get.outcome.anomalies[].placeName",
          "imports_get.outcome.anomalies[].figure",
          "imports_get.outcome.anomalies[].limit",
          "imports_get.outcome.anomalies[].message",
          "imports_list.items[].progress",
          "imports_list.items[].progress.step",
          "imports_list.items[].progress.share",
          "imports_list.items[].progress.rows",
          "imports_list.items[].progress.rowsPerSecond",
          "imports_list.items[].progress.secondsLeft",
          "imports_list.items[].outcome.anomalies[].code",
          "imports_list.items[].outcome.anomalies[].placeCode",
          "imports_list.items[].outcome.anomalies[].placeName",
          "imports_list.items[].outcome.anomalies[].figure",
          "imports_list.items[].outcome.anomalies[].limit",
          "imports_list.items[].outcome.anomalies[].message",
          "imports_get.undone.left[].table",
          "imports_get.undone.left[].id",
          "imports_get.undone.left[].code",
          "imports_get.undone.left[].reason",
          "imports_list.items[].undone.left[].table",
          "imports_list.items[].undone.left[].id",
          "imports_list.items[].undone.left[].code",
          "imports_list.items[].undone.left[].reason",
          "imports_undoPreview.left[].table",
          "imports_undoPreview.left[].id",
          "imports_undoPreview.left[].code",
          "imports_undoPreview.left[].reason",
          "codes_holder.supersededBy[].kind",
          "codes_holder.supersededBy[].id",
          "codes_holder.supersededBy[].code",
          "codes_holder.supersededBy[].name");

  /** Not known a moment after the order; regions are listed without outlines, histories whole. */
  private static final Set<String> NEVER =
      Set.of(
          "grants_list.next",
          "grid-plan-figures_impact.with",
          "grid-plan-figures_postedImpact.with",
          "grid-plans_ground.ring[].team[].*",
          "grid-plans_list.items[].document*",
          "grid-plans_list.items[].steps*",
          "roles_list.next",
          "audit_volumes.next",
          "duplicates_check.next",
          "duplicates_twins.next",
          "things_lineage.next",
          "exports_order.bytes",
          "regions_list.items[].geometry",
          "things_versions.next",
          "photos_list.next");

  /** Filled in the tests of plans: what came of them, and each kind of fault and repair. */
  private static final Set<String> OF_PLANS =
      Set.of(
          "grid-plan-figures_buildings.shared[].*",
          "grid-plan-figures_compare.codes[].*",
          "grid-plan-figures_compare.moves[].leaderTo",
          "grid-plan-figures_impact.codes[].*",
          "grid-plan-figures_impact.moves[].leaderTo",
          "grid-plan-figures_postedImpact.codes[].*",
          "grid-plan-figures_postedImpact.moves[].leaderTo",
          "grid-plan-figures_job.problem",
          "grid-plan-figures_job.remarks[].thing",
          "grid-plans_faults[].repair[].*",
          "grid-plans_get.change",
          "grid-plans_get.document.grids[].team*",
          "grid-plans_get.document.name",
          "grid-plans_get.steps[].*",
          "grid-plans_get.undo",
          "grid-plans_get.validFrom",
          "grid-plans_list.items[].change",
          "grid-plans_list.items[].undo",
          "grid-plans_list.items[].validFrom");

  /** Writes; what they answer is what things_get does, or the id of what they made. */
  private static final Set<String> WRITES =
      Set.of(
          "things_begin",
          "things_change",
          "things_correct",
          "things_end",
          "things_withdraw",
          "lifecycle_demolish",
          "lifecycle_merge",
          "lifecycle_split",
          "names_road",
          "names_region",
          "households_split",
          "persons_arrive",
          "session_begin",
          "session_first",
          "account_makeToken",
          "accounts_reset",
          "grants_end",
          "roles_change",
          "photos_add",
          "photos_get",
          "photos_remove",
          "import-columns_choose",
          "import-columns_forget",
          "imports_order",
          "imports_send",
          "imports_apply",
          "imports_cancel",
          "imports_chooseCoordinates",
          "imports_undo",
          "grid-plan-files_read",
          "grid-plans_begin",
          "grid-plans_save",
          "grid-plans_edit",
          "grid-plans_share",
          "grid-plans_comment",
          "grid-plan-states_check",
          "grid-plan-states_approve",
          "grid-plan-states_giveBack",
          "grid-plan-states_withdraw",
          "grid-plan-states_publish",
          "grid-plan-states_undo",
          "grid-plan-figures_divide",
          "grid-plan-figures_rebalance",
          "grid-plan-figures_stop",
          "erasures_ask",
          "erasures_confirm",
          "erasures_refuse",
          "second-factor_begin",
          "second-factor_confirm");

  /**
   * The town, and in it people who are registered where they do not live, or were entered twice.
   */
  private static TestDatabase town() {
    TestDatabase made = new TestDatabase();
    for (String file : List.of("/fixture.sql", "/people.sql")) {
      try (InputStream in = AnsweredFieldsTest.class.getResourceAsStream(file)) {
        made.execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return made;
  }

  @AfterAll
  static void stop() {
    service.close();
    database.close();
  }

  private static final JsonNode description = service.get("/api/openapi.json").body();

  private static List<JsonNode> with(List<JsonNode> some, JsonNode another) {
    List<JsonNode> all = new ArrayList<>(some);
    all.add(another);
    return all;
  }

  /** The feed of a community that a building left: it had been drawn in the wrong place. */
  private static JsonNode changesWithWhatLeft() {
    String building =
        """
        {"why":"试验","from":"2026-01-01","values":{"use":"UNKNOWN","status":"STANDING","geometry":{"type":"Polygon",
        "coordinates":[[[%1$s1,30.0181],[%1$s2,30.0181],[%1$s2,30.0182],[%1$s1,30.0182],[%1$s1,30.0181]]]}}}""";
    JsonNode begun = service.post("/api/things/building", building.formatted("120.003")).body();
    service.post(
        "/api/things/building/" + begun.path("id").asLong() + "/correct",
        "{\"why\":\"画错\",\"from\":\"2026-01-01\",\"values\":{\"geometry\":"
            + new JsonMapper()
                .readTree(building.formatted("120.033"))
                .path("values")
                .path("geometry")
            + "}}",
        begun.path("etag").asString());
    String after = "0";
    while (true) {
      JsonNode page =
          service.get("/api/changes?within=339901001001&limit=1000&after=" + after).body();
      for (JsonNode change : page.path("items")) {
        if (!change.path("left").isEmpty()) {
          return page;
        }
      }
      assertThat(page.path("next").isNull()).as("nothing left").isFalse();
      after = page.path("next").asString();
    }
  }

  /** Real answers of each call, by its name. */
  private static Map<String, List<JsonNode>> answers() {
    Map<String, List<JsonNode>> answers = new TreeMap<>();
    put(answers, "info_get", "/api/info");
    put(answers, "session_get", "/api/session");
    answers.put("account_get", List.of(ownAccount()));
    String whole = "/api/accounts/" + whole();
    put(answers, "accounts_list", "/api/accounts?limit=1", "/api/accounts");
    put(answers, "accounts_get", whole);
    put(answers, "grants_list", whole + "/grants");
    put(answers, "roles_list", "/api/roles");
    put(answers, "regions_list", "/api/regions?limit=3&" + DAY);
    put(answers, "regions_get", "/api/regions/339901001001?" + DAY);
    put(answers, "grids_list", "/api/grids?limit=2&" + DAY);
    put(answers, "grids_get", WEST + "?" + DAY);
    put(answers, "grids_summary", WEST + "/summary?" + DAY);
    put(answers, "grids_buildings", WEST + "/buildings?limit=1&" + DAY);
    put(answers, "grids_households", WEST + "/households?limit=1&" + DAY);
    put(answers, "grids_people", WEST + "/people?limit=1&" + DAY);
    put(answers, "grids_organisations", WEST + "/organisations?limit=1&" + DAY);
    put(answers, "registrations_awayOfGrid", WEST + "/away?limit=1&" + DAY, WEST + "/away?" + DAY);
    put(answers, "registrations_emptyBooksOfGrid", WEST + "/empty-books?limit=1&" + DAY);
    String inWest = "{\"within\":{\"grid\":\"339901001001001\"},\"asOf\":\"2026-11-24\"";
    answers.put(
        "registrations_away",
        List.of(
            service.post("/api/registrations/away", inWest + ",\"limit\":1}").body(),
            service.post("/api/registrations/away", inWest + "}").body()));
    answers.put(
        "registrations_emptyBooks",
        List.of(service.post("/api/registrations/empty-books", inWest + ",\"limit\":1}").body()));
    answers.put(
        "registrations_count",
        List.of(service.post("/api/registrations/count", inWest + "}").body()));
    put(answers, "duplicates_twins", "/api/persons/501/duplicates", "/api/persons/510/duplicates");
    put(answers, "lifecycle_contents", "/api/buildings/103/contents?from=2026-06-01");
    put(answers, "names_reachOfRoad", "/api/roads/71/rename?from=2026-06-01");
    put(answers, "names_reachOfRegion", "/api/regions/11/rename?from=2026-06-01");
    put(answers, "things_lineage", "/api/things/unit/321/lineage");
    put(
        answers,
        "merging_preview",
        "/api/persons/508/merge?into=510",
        "/api/persons/501/merge?into=510");
    answers.put(
        "duplicates_search",
        List.of(
            service.post("/api/duplicates/search", "{\"limit\":1,\"asOf\":\"2026-11-05\"}").body(),
            service.post("/api/duplicates/search", "{\"asOf\":\"2026-11-05\"}").body()));
    answers.put(
        "duplicates_check",
        List.of(
            service
                .post(
                    "/api/duplicates/check",
                    "{\"documentType\":\"CITIZEN_ID\",\"documentNumber\":\"X1\"}")
                .body()));
    answers.put(
        "finding_search",
        List.of(service.post("/api/persons/search", "{\"documentNumber\":\"X1\"}").body()));
    put(answers, "units_ofGrid", WEST + "/units?limit=5&" + DAY, WEST + "/units?" + DAY);
    answers.put(
        "privacy_reveal",
        List.of(
            service
                .post("/api/persons/501/reveal", "{\"fields\":[\"phone\"],\"why\":\"核对联系方式\"}")
                .body()));
    put(answers, "buildings_get", "/api/buildings/101?" + DAY);
    put(answers, "buildings_chart", "/api/buildings/101/chart?" + DAY);
    put(
        answers,
        "spot_covering",
        "/api/spot?lon=120.003&lat=30.003&limit=2",
        "/api/spot?lon=120.003&lat=30.003");
    put(answers, "codes_holder", "/api/codes/339901001001001?asOf=2026-05-31");
    put(answers, "things_get", "/api/things/unit/322?asOf=2025-12-31");
    put(
        answers,
        "things_versions",
        "/api/things/organisation/702/versions",
        "/api/things/unit/322/versions",
        "/api/things/person/501/versions");
    put(answers, "changes_read", "/api/changes?limit=3", "/api/changes?limit=1000");
    answers.computeIfPresent("changes_read", (call, some) -> with(some, changesWithWhatLeft()));
    put(answers, "things_links", "/api/things/building/103/links?" + DAY);
    answers.put(
        "units_search",
        List.of(
            service.post("/api/units/search", WITHIN).body(),
            service.post("/api/units/search", WITHIN.replace(",\"limit\":3", "")).body()));
    // who sees no names is told of whole cells
    String planner = "Bearer " + new Accounts(service).program("cells", "planner");
    answers.put(
        "people_count",
        List.of(
            service
                .send(
                    service
                        .request("/api/people/count")
                        .header("Authorization", planner)
                        .header("Content-Type", "application/json")
                        .POST(
                            HttpRequest.BodyPublishers.ofString(
                                "{\"within\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[119,29],[121,29],[121,31],[119,31],[119,29]]]}}}")))
                .body()));
    answers.computeIfPresent(
        "grids_summary",
        (call, some) ->
            with(
                some,
                service
                    .send(
                        service.request(WEST + "/summary?" + DAY).header("Authorization", planner))
                    .body()));
    answers.put(
        "units_count",
        List.of(service.post("/api/units/count", WITHIN.replace(",\"limit\":3", "")).body()));
    answers.put(
        "search_search",
        List.of(
            service.post("/api/search", "{\"q\":\"人民路101号\"}").body(),
            service.post("/api/search", "{\"q\":\"大学城\"}").body()));
    JsonNode order =
        service.post("/api/exports", "{\"layer\":\"roads\",\"format\":\"csv\"}").body();
    answers.put("exports_order", List.of(order));
    String path = "/api/exports/" + order.path("id");
    await().until(() -> service.get(path).body().path("status").asString().equals("READY"));
    put(answers, "exports_get", path);
    plans(answers);
    photos(answers);
    imports(answers);
    erasures(answers);
    await().until(() -> service.get("/api/audit/events").body().at("/items/0/number").isNumber());
    put(answers, "audit_events", "/api/audit/events?limit=3");
    put(answers, "audit_own", "/api/account/activity?limit=3");
    put(answers, "audit_volumes", "/api/audit/volumes");
    put(answers, "audit_chain", "/api/audit/chain");
    return answers;
  }

  /**
   * One that was written, with a row that was rejected; one that was refused; one without a file.
   */
  private static void imports(Map<String, List<JsonNode>> answers) {
    Imports imports = new Imports(service, RunningService.BEARER);
    JsonNode applied =
        imports.applied(
            imports.checked(
                "fields",
                Imports.file(
                    Imports.building("a", "甲", 120.0041, 30.0041),
                    Imports.building("b", "乙", 120.0045, 30.0041),
                    Imports.building("b", "丙", 120.0049, 30.0041),
                    Imports.building("c", "丁", 121.5, 30.0041))));
    long table = imports.order("x.csv", "organisations", "fields");
    imports.send(table, "编号,字号,商户类型\nq1,甲,小店\n".getBytes(StandardCharsets.UTF_8));
    imports.rested(table);
    put(answers, "import-columns_look", "/api/imports/" + table + "/columns");
    long refused = imports.order("x.bin", "buildings", "fields");
    imports.send(refused, new byte[] {1});
    imports.rested(refused);
    service.post(
        "/api/imports",
        "{\"fileName\":\"x.gpkg\",\"kind\":\"buildings\",\"key\":\"号\",\"crs\":\"EPSG:4549\",\"layer\":\"楼\",\"why\":\"试验\"}");
    String path = "/api/imports/" + applied.path("id");
    put(answers, "imports_undoPreview", path + "/undo");
    service.post(path + "/undo", "{\"why\":\"导错了\"}");
    imports.rested(applied.path("id").asLong());
    answers.put(
        "imports_get",
        List.of(
            service.get(path).body(),
            service.get("/api/imports/" + refused).body(),
            service.get("/api/imports?limit=1").body().at("/items/0")));
    answers.put(
        "imports_list",
        List.of(service.get("/api/imports").body(), service.get("/api/imports?limit=1").body()));
    imports.applied(imports.checked("scattered", Imports.file(Imports.scattered(0, 0))));
    put(
        answers,
        "imports_coordinates",
        "/api/imports/%d/coordinates"
            .formatted(
                imports.contradicted(
                    "\"crs\":\"EPSG:4490\",\"control\":" + Imports.control(0.001))),
        "/api/imports/%d/coordinates".formatted(imports.contradicted("\"shift\":\"90,0,0,0\"")));
    put(answers, "imports_issues", path + "/issues?limit=2", path + "/issues");
  }

  /** One that was split, commented, shared, checked; a division of it. */
  private static void plans(Map<String, List<JsonNode>> answers) {
    JsonNode plan =
        service.post("/api/grid-plans", "{\"community\":\"339901001001\",\"name\":\"西移\"}").body();
    String path = "/api/grid-plans/" + plan.path("id");
    service.post(
        path + "/edits",
        "{\"edits\":[{\"kind\":\"SPLIT\",\"grid\":41,\"line\":[[120.005,30.0],[120.005,30.02]]},"
            + "{\"kind\":\"MERGE\",\"grid\":40,\"gone\":1000000000000000}]}",
        plan.path("etag").asString());
    service.post(
        path + "/comments", "{\"text\":\"看这里\",\"grid\":41,\"lon\":120.005,\"lat\":30.01}");
    service.post(path + "/comments", "{\"text\":\"好\"}");
    JsonNode job = service.post(path + "/zoning", "{}").body();
    String of = path + "/jobs/" + job.path("job");
    await().until(() -> service.get(of).body().path("state").asString().equals("DONE"));
    service.post("/api/grid-plans", "{\"community\":\"339901001002\",\"name\":\"另一个\"}");
    put(answers, "grid-plans_list", "/api/grid-plans?limit=1", "/api/grid-plans");
    put(answers, "grid-plans_get", path);
    put(answers, "grid-plans_comments", path + "/comments?limit=1", path + "/comments");
    put(answers, "grid-plans_ground", path + "/ground");
    put(answers, "grid-plans_faults", path + "/faults");
    put(answers, "grid-plan-figures_buildings", path + "/buildings");
    put(answers, "grid-plan-figures_impact", path + "/impact");
    answers.put(
        "grid-plan-figures_postedImpact", List.of(service.post(path + "/impact", "{}").body()));
    put(
        answers,
        "grid-plan-figures_compare",
        path + "/compare",
        path + "/compare?with=" + plan.path("id"));
    put(answers, "grid-plan-figures_job", of);
  }

  /** One of them taken out. */
  private static void photos(Map<String, List<JsonNode>> answers) {
    String path = "/api/evidence/801/photos";
    service.post(path, Photos.body());
    JsonNode wrong = service.post(path, Photos.body()).body();
    service.post("/api/photos/" + wrong.path("id") + "/remove", "{\"why\":\"拍错了门\"}");
    put(answers, "photos_list", path);
  }

  /** Of somebody who was entered twice: a request that was refused, one that another confirmed. */
  private static void erasures(Map<String, List<JsonNode>> answers) {
    service.rows(
        "INSERT INTO identity.lineage (id, source, key) VALUES (899, 'fixture', '899') RETURNING"
            + " id");
    service.rows(
        "INSERT INTO register.lineage (id, valid, opened_by, kind, from_id, to_id, relation)"
            + " VALUES (899, '[2026-01-01,)', 1, 'PERSON', 512, 508, 'SAME_AS') RETURNING id");
    String other = "Bearer " + new Accounts(service).program("second", "steward");
    String asked = "{\"person\":508,\"basis\":\"REQUEST\",\"why\":\"来函\"}";
    for (String decision : List.of("refuse", "confirm")) {
      JsonNode request = service.post("/api/erasures", asked).body();
      service.send(
          service
              .request("/api/erasures/" + request.path("id") + "/" + decision)
              .header("Authorization", other)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"why\":\"材料不全\"}")));
    }
    put(answers, "erasures_list", "/api/erasures?limit=1", "/api/erasures");
    answers.computeIfPresent(
        "things_get",
        (call, some) -> with(some, service.get("/api/things/person/508?" + DAY).body()));
    answers.computeIfPresent(
        "changes_read", (call, some) -> with(some, service.get("/api/changes?limit=1000").body()));
  }

  /** Somebody with a password, a token and a grant in one street for a while, for somebody else. */
  private static JsonNode ownAccount() {
    Accounts accounts = new Accounts(service);
    accounts.person("whole", "planner");
    service.rows(
        "INSERT INTO access.role_grant (account_id, role_id, region_id, days, stand_in_for,"
            + " granted_by) SELECT a.id, r.id, (SELECT id FROM region WHERE code = '339901001'"
            + " LIMIT 1), '[2026-01-01,2026-02-01)', a.id, 'chief' FROM access.account a,"
            + " access.role r WHERE a.name = 'whole' AND r.name = 'officer' RETURNING 1");
    String token = accounts.token("whole", 10);
    service.send(service.request("/api/info").header("Authorization", "Bearer " + token));
    return accounts.signedIn("whole").get("/api/account").body();
  }

  private static String whole() {
    return String.valueOf(
        service.rows("SELECT id FROM access.account WHERE name = 'whole'").get(0).get(0));
  }

  private static void put(Map<String, List<JsonNode>> answers, String call, String... paths) {
    List<JsonNode> bodies = new ArrayList<>();
    for (String path : paths) {
      assertThat(service.get(path).status()).as(path).isEqualTo(200);
      bodies.add(service.get(path).body());
    }
    answers.put(call, bodies);
  }

  @Test
  void everyFieldPromisedIsFilledSomewhereAndNoOtherIsSent() {
    Map<String, List<JsonNode>> answers = answers();
    Set<String> promised = new TreeSet<>();
    Set<String> filled = new TreeSet<>();
    for (JsonNode path : description.path("paths")) {
      for (JsonNode call : path) {
        JsonNode schema = answered(call);
        String name = call.path("operationId").asString();
        if (!schema.isMissingNode() && !WRITES.contains(name)) {
          assertThat(answers).as("an example of each call").containsKey(name);
          promised(name, schema, promised);
          answers
              .getOrDefault(name, List.of())
              .forEach(answer -> filled(name, schema, answer, filled));
        }
      }
    }
    assertThat(promised).hasSizeGreaterThan(200);
    for (Set<String> some : List.of(ELSEWHERE, NEVER, OF_PLANS)) {
      for (String field : some) {
        Set<String> meant = new TreeSet<>(promised);
        meant.removeIf(each -> !isMeant(field, each));
        assertThat(meant).as("fields that are not filled here: %s", field).isNotEmpty();
        filled.addAll(meant);
      }
    }
    assertThat(without(promised, filled)).as("promised and never filled").isEmpty();
    assertThat(without(filled, promised)).as("sent and not described").isEmpty();
  }

  /** A star at the end stands for all below. */
  private static boolean isMeant(String said, String field) {
    return said.endsWith("*")
        ? field.startsWith(said.substring(0, said.length() - 1))
        : field.equals(said);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  /** Schema of the JSON a call answers, or a missing node. */
  private static JsonNode answered(JsonNode call) {
    JsonNode responses = call.path("responses");
    JsonNode good = responses.has("202") ? responses.path("202") : responses.path("200");
    return good.path("content").path("application/json").path("schema");
  }

  /** The schema itself, behind references and "or null". */
  private static JsonNode plain(JsonNode schema) {
    if (schema.has("$ref")) {
      return plain(description.at(schema.path("$ref").asString().substring(1)));
    }
    return schema.has("oneOf") ? plain(schema.path("oneOf").get(0)) : schema;
  }

  private static void promised(String at, JsonNode schema, Set<String> fields) {
    JsonNode plain = plain(schema);
    if (plain.has("items")) {
      promised(at + "[]", plain.path("items"), fields);
    }
    for (Map.Entry<String, JsonNode> field : plain.path("properties").properties()) {
      String name = at + "." + field.getKey();
      fields.add(name);
      promised(name, field.getValue(), fields);
    }
  }

  private static void filled(String at, JsonNode schema, JsonNode answer, Set<String> fields) {
    JsonNode plain = plain(schema);
    if (answer.isArray()) {
      answer.forEach(item -> filled(at + "[]", plain.path("items"), item, fields));
    } else if (plain.has("properties")) {
      for (Map.Entry<String, JsonNode> field : answer.properties()) {
        if (!field.getValue().isNull()) {
          String name = at + "." + field.getKey();
          fields.add(name);
          filled(name, plain.path("properties").path(field.getKey()), field.getValue(), fields);
        }
      }
    }
  }
}
