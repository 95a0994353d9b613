package org.shuangshi.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import tools.jackson.databind.JsonNode;

/** Every look at people is known to the auditor, and to nobody else but who looked. */
class AuditApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = town();
  private static final Accounts accounts = new Accounts(service);
  private static final String GRID = "339901001001001";
  private static final String DAY = "asOf=2026-11-24";
  private static final String AUDITOR = accounts.program("the-auditor", "auditor");

  private static RunningService town() {
    database.execute(RunningService.fixture());
    return RunningService.over(database);
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static Answer as(String token, String path) {
    return service.send(service.request(path).header("Authorization", "Bearer " + token));
  }

  private static Answer post(String token, String path, String body) {
    return service.send(
        service
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode events(String filter) {
    return as(AUDITOR, "/api/audit/events?" + filter).body().path("items");
  }

  @Test
  void whoOpenedAPersonIsFoundByThatPerson() {
    String officer = accounts.program("curious", "officer");
    assertThat(as(officer, "/api/things/person/501?" + DAY).status()).isEqualTo(200);
    assertThat(as(officer, "/api/things/person/501/versions").status()).isEqualTo(200);
    JsonNode found = events("target=person:501&account=curious");
    assertThat(found).hasSize(2);
    assertThat(found.get(0).path("what").asString()).isEqualTo("person.viewed");
    assertThat(found.get(0).at("/detail/part").asString()).isEqualTo("history");
    assertThat(found.get(1).at("/detail/part").asString()).isEqualTo("card");
    assertThat(found.get(1).path("who").asString()).isEqualTo("curious");
    assertThat(found.get(1).path("address").asString()).isEqualTo("127.0.0.1");
  }

  /** Descent and the comparison before a merge tell of people, too. */
  @Test
  void whoComparedTwoPeopleIsFoundByBoth() {
    String officer = accounts.program("comparing", "officer");
    assertThat(as(officer, "/api/things/person/501/lineage").status()).isEqualTo(200);
    assertThat(as(officer, "/api/persons/501/merge?into=502").status()).isEqualTo(200);
    JsonNode one = events("target=person:501&account=comparing");
    assertThat(one).hasSize(2);
    assertThat(one.get(0).at("/detail/part").asString()).isEqualTo("merge");
    assertThat(one.get(1).at("/detail/part").asString()).isEqualTo("lineage");
    JsonNode other = events("target=person:502&account=comparing");
    assertThat(other).hasSize(1);
    assertThat(other.get(0).at("/detail/part").asString()).isEqualTo("merge");
  }

  @Test
  void whatAnAccountLookedAtSaysWhereAndHowManyAndNoValue() {
    String officer = accounts.program("busy", "officer");
    Answer people = as(officer, "/api/grids/" + GRID + "/people?limit=2&" + DAY);
    assertThat(people.body().path("items")).hasSize(2);
    as(officer, "/api/grids/" + GRID + "/households?" + DAY);
    as(officer, "/api/grids/" + GRID + "/away?" + DAY);
    post(
        officer,
        "/api/duplicates/check",
        "{\"documentType\":\"CITIZEN_ID\",\"documentNumber\":\"11010519491231002X\"}");
    post(
        officer,
        "/api/duplicates/search",
        "{\"within\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[120.1,30],[120.1,30.1],[120,30]]]}}}");
    as(officer, "/api/things/building/103/links?" + DAY);
    JsonNode found = events("account=busy&group=LOOK");
    assertThat(texts(found, "what"))
        .contains("person.listed", "household.listed", "person.searched");
    assertThat(texts(found, "target"))
        .contains(
            "grid:" + GRID, "person:described", "shape:120.00000,30.00000,120.10000,30.10000");
    JsonNode first = found.get(found.size() - 1);
    assertThat(first.at("/detail/count").asString()).isEqualTo("2");
    assertThat(found.toString()).doesNotContain("11010519491231002X");
  }

  @Test
  void aListThatWasRefusedIsNoLook() {
    String planner = accounts.program("planning", "planner");
    assertThat(as(planner, "/api/grids/" + GRID + "/people").status()).isEqualTo(403);
    assertThat(as(planner, "/api/things/building/101?" + DAY).status()).isEqualTo(200);
    assertThat(events("account=planning")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gis, 403",
    "officer, 403",
    "planner, 403",
    "steward, 403",
    "administrator, 403",
    "auditor, 200"
  })
  void theAuditorAloneReadsTheLog(String role, int status) {
    String token = accounts.program("audit-as-" + role, role);
    for (String path :
        List.of(
            "/api/audit/events",
            "/api/audit/events.csv",
            "/api/audit/volumes",
            "/api/audit/chain")) {
      assertThat(as(token, path).status()).as(path).isEqualTo(status);
    }
    assertThat(as(token, "/api/account/activity").status()).isEqualTo(200);
  }

  @Test
  void everybodySeesTheirOwnActivityAlone() {
    String one = accounts.program("one", "officer");
    String other = accounts.program("other", "officer");
    as(one, "/api/things/person/502?" + DAY);
    as(other, "/api/things/person/503?" + DAY);
    JsonNode own = as(one, "/api/account/activity").body().path("items");
    assertThat(texts(own, "target")).contains("person:502").doesNotContain("person:503");
    assertThat(texts(own, "who")).containsOnly("one");
  }

  @Test
  void pagesGoOnWhereTheyEndedAndDaysAreHeldTo() {
    String officer = accounts.program("pager", "officer");
    for (int i = 0; i < 5; i++) {
      as(officer, "/api/things/person/501?" + DAY);
    }
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = as(AUDITOR, "/api/audit/events?account=pager&limit=2" + after).body();
      ids.addAll(texts(page.path("items"), "id"));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(events("account=pager&from=2030-01-01")).isEmpty();
    assertThat(events("account=pager&to=2020-01-01")).isEmpty();
    assertThat(as(AUDITOR, "/api/audit/events?from=2026-02-02&to=2026-02-01").status())
        .isEqualTo(400);
  }

  @Test
  void whoLooksAtFarMoreThanIsUsualStandsFirst() {
    for (int i = 1; i <= 3; i++) {
      accounts.program("usual-" + i, "officer");
    }
    accounts.program("prying", "officer");
    database.execute(
        """
        INSERT INTO access.event (at, who, account_id, what, target, detail)
        SELECT now() - make_interval(days => d), a.name, a.id, 'person.listed', 'grid:1',
               jsonb_build_object('count', CASE WHEN a.name = 'prying' AND d = 2 THEN '900' ELSE '20' END)
        FROM access.account a, generate_series(1, 9) d
        WHERE a.name LIKE 'usual-%' OR a.name = 'prying'""");
    JsonNode rows = as(AUDITOR, "/api/audit/volumes").body().path("items");
    assertThat(rows.get(0).path("who").asString()).isEqualTo("prying");
    assertThat(rows.get(0).path("records").asLong()).isEqualTo(900);
    assertThat(rows.get(0).path("ownMedian").asDouble()).isEqualTo(20);
    assertThat(rows.get(0).path("roleMedian").asDouble()).isLessThanOrEqualTo(20);
    assertThat(rows.valueStream().filter(row -> row.path("unusual").asBoolean())).hasSize(1);
    JsonNode days = as(AUDITOR, "/api/audit/volumes?account=prying").body().path("items");
    assertThat(days).hasSize(9);
    assertThat(texts(days, "day")).isSorted();
    String day = rows.get(0).path("day").asString();
    JsonNode behind = events("account=prying&group=LOOK&from=" + day + "&to=" + day);
    assertThat(behind).as("the rows behind the number").hasSize(1);
  }

  @Test
  void theExportHasARowForEachAndIsItselfAnEntry() {
    String officer = accounts.program("exported", "officer");
    as(officer, "/api/things/person/501?" + DAY);
    Answer answer = as(AUDITOR, "/api/audit/events.csv?account=exported");
    assertThat(answer.status()).isEqualTo(200);
    String text = new String(answer.response().body(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff序号,时间").contains("\"person.viewed\",\"person:501\"");
    assertThat(text.lines()).hasSize(2);
    assertThat(events("group=LOG").get(0).at("/detail/filter").asString())
        .isEqualTo("account=exported");
  }

  @Test
  void theChainIsSound() {
    JsonNode report = as(AUDITOR, "/api/audit/chain").body();
    assertThat(report.path("fault").isNull()).as(report.toString()).isTrue();
  }

  private static List<String> texts(JsonNode rows, String field) {
    return rows.valueStream().map(row -> row.path(field).asString()).toList();
  }
}
