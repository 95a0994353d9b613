package org.shuangshi.registry.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import org.springframework.web.method.HandlerMethod;

/** Rights hold where and when they were granted, and a change of them at once. */
class RightsApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = town();
  private static final Accounts accounts = new Accounts(service);
  private static final String PEOPLE = "/api/grids/339901001001001/people";

  private static RunningService town() {
    database.execute(RunningService.fixture());
    return RunningService.over(database);
  }

  @BeforeAll
  static void roles() {
    for (String role :
        List.of("gis", "officer", "planner", "steward", "administrator", "auditor")) {
      accounts.program("a-" + role, role);
    }
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static Answer as(String token, String path) {
    return service.send(service.request(path).header("Authorization", "Bearer " + token));
  }

  private static Answer of(String role, String path) {
    return as(accounts.token("a-" + role, 1), path);
  }

  @ParameterizedTest
  @CsvSource({
    "gis, 200, 403, 403",
    "officer, 200, 200, 403",
    "planner, 200, 403, 403",
    "steward, 200, 200, 200",
    "administrator, 200, 403, 403",
    "auditor, 403, 403, 403",
  })
  void eachRoleReadsWhatItIsFor(String role, int places, int people, int changes) {
    assertThat(of(role, "/api/grids").status()).isEqualTo(places);
    assertThat(of(role, PEOPLE).status()).isEqualTo(people);
    assertThat(of(role, "/api/things/person/1/versions").status())
        .isEqualTo(people == 200 ? 404 : 403);
    assertThat(of(role, "/api/changes").status()).isEqualTo(changes);
  }

  @Test
  void aRefusalSaysWhatIsMissing() {
    Answer answer = of("planner", PEOPLE);
    assertThat(answer.body().path("code").asString()).isEqualTo("permission.missing");
    assertThat(answer.body().path("detail").asString()).contains("查看人口");
  }

  @Test
  void whatPointsAtAThingIsTiedToTheRightToReadIt() {
    String links = "/api/things/unit/301/links";
    assertThat(of("officer", links).body().toString()).contains("\"residence\"");
    assertThat(of("planner", links).body().toString())
        .doesNotContain("residence")
        .doesNotContain("household")
        .doesNotContain("tenancy");
  }

  /** Everybody of the town lives in the first community. */
  @ParameterizedTest
  @CsvSource({"339901001001, 200", "339901001002, 404"})
  void ofTwoRolesWithAnAreaEachPeopleAreReadInTheAreaOfTheOneThatReadsThem(
      String community, int status) {
    String name = "planner-and-officer-" + community;
    String token = accounts.program(name);
    grant(name, "planner", "daterange(" + TODAY + ", NULL)", "NULL, NULL");
    grant(name, "officer", "daterange(" + TODAY + ", NULL)", region(community) + ", NULL");
    for (String thing : List.of("person/501", "household/401", "residence/601")) {
      for (String part : List.of("", "/versions", "/links", "/lineage")) {
        assertThat(as(token, "/api/things/" + thing + part).status())
            .as("%s%s", thing, part)
            .isEqualTo(status);
      }
    }
    assertThat(as(token, "/api/things/unit/301").status()).isEqualTo(200);
    assertThat(as(token, "/api/things/unit/301/links").body().toString().contains("residence"))
        .isEqualTo(status == 200);
  }

  private static void grant(String account, String role, String days, String area) {
    database.execute(
        "INSERT INTO access.role_grant (account_id, role_id, days, granted_by, region_id, grid_id)"
            + " SELECT a.id, r.id, "
            + days
            + ", 'test', "
            + area
            + " FROM access.account a, access.role r WHERE a.name = '"
            + account
            + "' AND r.name = '"
            + role
            + "'");
  }

  private static final String TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

  @Test
  void aGrantThatBeginsTomorrowDoesNotHoldToday() {
    String token = accounts.program("early");
    grant("early", "planner", "daterange(" + TODAY + " + 1, NULL)", "NULL, NULL");
    assertThat(as(token, "/api/grids").status()).isEqualTo(403);
    service.clock().pass(Duration.ofDays(1));
    assertThat(as(token, "/api/grids").status()).as("the next day").isEqualTo(200);
    service.clock().pass(Duration.ofDays(-1));
    assertThat(as(token, "/api/grids").status()).isEqualTo(403);
  }

  @Test
  void aChangeOfRightsTakesEffectAtTheNextRequest() {
    String token = accounts.program("moving");
    assertThat(as(token, "/api/grids").status()).isEqualTo(403);
    grant("moving", "planner", "daterange(" + TODAY + ", NULL)", "NULL, NULL");
    assertThat(as(token, "/api/grids").status()).isEqualTo(200);
    database.execute(
        "UPDATE access.role_grant SET days = daterange(lower(days), lower(days)) WHERE account_id ="
            + " (SELECT id FROM access.account WHERE name = 'moving')");
    assertThat(as(token, "/api/grids").status()).isEqualTo(403);
    grant("moving", "planner", "daterange(" + TODAY + ", NULL)", "NULL, NULL");
    database.execute("UPDATE access.account SET disabled_at = now() WHERE name = 'moving'");
    assertThat(as(token, "/api/grids").status()).isEqualTo(401);
  }

  @Test
  void anAreaIsWorkedOutToItsCommunitiesAndFollowsThem() {
    String token = accounts.program("local");
    grant("local", "officer", "daterange(" + TODAY + ", NULL)", region("339901001") + ", NULL");
    assertThat(areas(token)).isEqualTo(communitiesOf("339901001"));
    // a community more in the street
    database.execute(
        "INSERT INTO register.change (who, why, source, kind) VALUES ('t', 't', 't', 'CHANGE');"
            + " INSERT INTO identity.region (id, source, key) VALUES (990001, 't', 'c9');"
            + " INSERT INTO register.region (id, valid, opened_by, level, code, name, parent_id,"
            + " geom) SELECT 990001, valid, (SELECT max(id) FROM register.change), 'COMMUNITY',"
            + " '339901001999', '新社区', parent_id, geom FROM register.region WHERE code ="
            + " '339901001001' AND upper_inf(recorded) LIMIT 1");
    assertThat(areas(token)).contains(990001L).isEqualTo(communitiesOf("339901001"));
  }

  @Test
  void aGridGrantedByItselfIsThatGridAlone() {
    String token = accounts.program("one-grid");
    grant(
        "one-grid",
        "officer",
        "daterange(" + TODAY + ", NULL)",
        "NULL, (SELECT id FROM register.grid WHERE upper_inf(recorded) AND valid @> "
            + TODAY
            + " ORDER BY id LIMIT 1)");
    Answer session = as(token, "/api/session");
    assertThat(session.body().at("/who/areas/communities").size()).isZero();
    assertThat(session.body().at("/who/areas/grids").size()).isEqualTo(1);
    grant("one-grid", "officer", "daterange(" + TODAY + ", NULL)", region("3399") + ", NULL");
    session = as(token, "/api/session");
    assertThat(session.body().at("/who/areas/grids").size())
        .as("its community is granted now")
        .isZero();
    assertThat(session.body().at("/who/areas/communities").size()).isPositive();
  }

  private static String region(String code) {
    return "(SELECT id FROM register.region WHERE code = '"
        + code
        + "' AND upper_inf(recorded) ORDER BY lower(valid) DESC LIMIT 1)";
  }

  private static Set<Long> areas(String token) {
    return Set.copyOf(
        as(token, "/api/session")
            .body()
            .at("/who/areas/communities")
            .valueStream()
            .map(id -> id.asLong())
            .toList());
  }

  private static Set<Long> communitiesOf(String code) {
    return Set.copyOf(
        service
            .rows(
                "SELECT id FROM register.region WHERE level = 'COMMUNITY' AND code LIKE '"
                    + code
                    + "%' AND upper_inf(recorded) AND valid @> "
                    + TODAY)
            .stream()
            .map(row -> Long.valueOf(String.valueOf(row.get(0))))
            .toList());
  }

  @Test
  void aCallThatDeclaresNothingOrTooMuchIsFound() {
    Calls calls = new Calls();
    List<HandlerMethod> methods =
        Stream.of("nothing", "empty", "both", "good")
            .map(
                name -> {
                  try {
                    return new HandlerMethod(calls, Calls.class.getDeclaredMethod(name));
                  } catch (NoSuchMethodException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertThat(PermissionGuard.undeclared(methods))
        .hasSize(3)
        .noneMatch(found -> found.contains("good"));
  }

  private static final class Calls {
    @SuppressWarnings("unused")
    void nothing() {}

    @Needs({})
    @SuppressWarnings("unused")
    void empty() {}

    @SignedIn
    @Needs(Permission.EXPORT)
    @SuppressWarnings("unused")
    void both() {}

    @Needs(Permission.EXPORT)
    @SuppressWarnings("unused")
    void good() {}
  }
}
