package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Accounts, roles and grants by hand of who administers; what they do holds at once. */
class AdministrationApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = town();
  private static final Accounts accounts = new Accounts(service);
  private static final String GRIDS = "/api/grids";
  private static final String STREET = "339901001";
  private static final String GRID = "339901001001001";

  private static RunningService town() {
    database.execute(RunningService.fixture());
    return RunningService.over(database);
  }

  @BeforeAll
  static void aPersonWhoAdministers() {
    accounts.person("chief", "administrator");
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
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static Answer delete(String path) {
    return service.send(service.request(path).DELETE());
  }

  private static long id(String name) {
    return Long.parseLong(
        String.valueOf(
            service
                .rows("SELECT id FROM access.account WHERE name = '" + name + "'")
                .get(0)
                .get(0)));
  }

  private static String of(String name) {
    return "/api/accounts/" + id(name);
  }

  private static String code(Answer answer) {
    return answer.body().path("code").asString();
  }

  private static long events(String what, String name) {
    return service
        .rows(
            "SELECT 1 FROM access.event WHERE what = '"
                + what
                + "' AND target = 'account:"
                + id(name)
                + "'")
        .size();
  }

  @Test
  void aNewPersonSignsInWithThePassingPasswordAndChoosesAnother() {
    Answer made = service.post("/api/accounts", "{\"name\":\"New.One\",\"displayName\":\"新来的\"}");
    assertThat(made.status()).isEqualTo(201);
    Browser browser = new Browser(service);
    JsonNode who =
        browser.signIn("new.one", made.body().path("password").asString()).body().path("who");
    assertThat(who.path("obstacle").asString()).isEqualTo("PASSWORD");
    assertThat(events("account.made", "new.one")).isEqualTo(1);
    assertThat(
            code(service.post("/api/accounts", "{\"name\":\"new.one\",\"displayName\":\"又一个\"}")))
        .isEqualTo("account.taken");
    assertThat(code(service.post("/api/accounts", "{\"name\":\"a b\",\"displayName\":\"x\"}")))
        .isEqualTo("account.name");
    JsonNode listed = service.get("/api/accounts?words=NEW.").body().path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("passing").asBoolean()).isTrue();
  }

  @Test
  void aDisabledAccountIsOutAtTheNextRequestAndMayComeBack() {
    accounts.person("leaver", "planner");
    String token = accounts.token("leaver", 5);
    Browser browser = accounts.signedIn("leaver");
    assertThat(service.post(of("leaver") + "/disable", "{}").status()).isEqualTo(204);
    assertThat(as(token, GRIDS).status()).isEqualTo(401);
    assertThat(browser.get(GRIDS).status()).isEqualTo(401);
    assertThat(service.post(of("leaver") + "/enable", "{}").status()).isEqualTo(204);
    assertThat(as(token, GRIDS).status()).isEqualTo(200);
    assertThat(browser.get(GRIDS).status()).as("its sessions were ended").isEqualTo(401);
    assertThat(events("account.disabled", "leaver")).isEqualTo(1);
  }

  @Test
  void aResetEndsWhatIsSignedInAndPasses() {
    accounts.person("forgetful", "planner");
    Browser before = accounts.signedIn("forgetful");
    Answer reset = service.post(of("forgetful") + "/reset", "{\"authenticator\":true}");
    assertThat(reset.status()).isEqualTo(200);
    assertThat(before.get(GRIDS).status()).isEqualTo(401);
    Browser after = new Browser(service);
    assertThat(
            after
                .signIn("forgetful", reset.body().path("password").asString())
                .body()
                .at("/who/obstacle")
                .asString())
        .isEqualTo("PASSWORD");
    assertThat(delete(of("forgetful") + "/sessions").status()).isEqualTo(204);
    assertThat(after.get("/api/session").body().path("who").isNull()).isTrue();
  }

  @Test
  void programsGetTokensAndPeopleDoNot() {
    accounts.person("human", "planner");
    assertThat(code(service.post(of("human") + "/tokens", "{\"name\":\"x\"}")))
        .isEqualTo("token.of-person");
    service.post(
        "/api/accounts", "{\"name\":\"qgis\",\"displayName\":\"桌面\",\"kind\":\"PROGRAM\"}");
    service.post(of("qgis") + "/grants", "{\"role\":\"planner\"}");
    Answer made = service.post(of("qgis") + "/tokens", "{\"name\":\"桌面\",\"days\":30}");
    assertThat(made.status()).isEqualTo(201);
    String token = made.body().path("token").asString();
    assertThat(as(token, GRIDS).status()).isEqualTo(200);
    delete(of("qgis") + "/tokens/" + made.body().path("id").asLong());
    assertThat(as(token, GRIDS).status()).isEqualTo(401);
  }

  @Test
  void aGrantHoldsAtOnceWhereItSaysAndIsTakenBackAtOnce() {
    String token = accounts.program("granted");
    assertThat(as(token, GRIDS).status()).isEqualTo(403);
    Answer made =
        service.post(
            of("granted") + "/grants",
            "{\"role\":\"officer\",\"region\":\"" + STREET + "\",\"standInFor\":\"chief\"}");
    assertThat(made.status()).isEqualTo(201);
    JsonNode grant = made.body().path("items").get(0);
    assertThat(grant.path("standInFor").asString()).isEqualTo("某chief");
    assertThat(as(token, GRIDS).status()).isEqualTo(200);
    assertThat(as(token, "/api/session").body().at("/who/areas/communities").size()).isPositive();
    assertThat(
            code(
                service.post(
                    of("granted") + "/grants",
                    "{\"role\":\"officer\",\"region\":\"" + STREET + "\"}")))
        .isEqualTo("grant.double");
    assertThat(delete(of("granted") + "/grants/" + grant.path("id").asLong()).status())
        .isEqualTo(200);
    assertThat(as(token, GRIDS).status()).isEqualTo(403);
    assertThat(events("grant.made", "granted")).isEqualTo(1);
    assertThat(events("grant.ended", "granted")).isEqualTo(1);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    accounts.program("target");
    String grants = of("target") + "/grants";
    assertThat(code(service.post(grants, "{\"role\":\"king\"}"))).isEqualTo("role.unknown");
    assertThat(code(service.post(grants, "{\"role\":\"gis\",\"region\":\"999\"}")))
        .isEqualTo("region.unknown");
    assertThat(code(service.post(grants, "{\"role\":\"gis\",\"grid\":\"999\"}")))
        .isEqualTo("grid.unknown");
    assertThat(code(service.post(grants, "{\"role\":\"gis\",\"from\":\"2020-01-01\"}")))
        .isEqualTo("grant.past");
    assertThat(
            code(
                service.post(
                    grants,
                    "{\"role\":\"gis\",\"region\":\"" + STREET + "\",\"grid\":\"" + GRID + "\"}")))
        .isEqualTo("grant.one-area");
    assertThat(code(service.post("/api/accounts/999999/grants", "{\"role\":\"gis\"}")))
        .isEqualTo("account.unknown");
  }

  @Test
  void nobodyGrantsToThemselves() {
    String token = accounts.program("greedy", "administrator");
    assertThat(code(post(token, of("greedy") + "/grants", "{\"role\":\"officer\"}")))
        .isEqualTo("grant.self");
  }

  @Test
  void whoAdministersAPartGrantsInsideItAlone() {
    String token = accounts.program("local-chief");
    service.post(
        of("local-chief") + "/grants", "{\"role\":\"administrator\",\"region\":\"339901001001\"}");
    accounts.program("local-one");
    String grants = of("local-one") + "/grants";
    assertThat(post(token, grants, "{\"role\":\"officer\",\"grid\":\"" + GRID + "\"}").status())
        .isEqualTo(201);
    assertThat(post(token, grants, "{\"role\":\"officer\",\"region\":\"339901001001\"}").status())
        .isEqualTo(201);
    assertThat(code(post(token, grants, "{\"role\":\"officer\",\"region\":\"" + STREET + "\"}")))
        .isEqualTo("area.outside");
    assertThat(code(post(token, grants, "{\"role\":\"officer\"}"))).isEqualTo("area.outside");
    assertThat(code(post(token, of("local-one") + "/disable", "{}"))).isEqualTo("area.outside");
    assertThat(code(post(token, "/api/roles", "{\"label\":\"x\",\"permissions\":[\"ERASE\"]}")))
        .isEqualTo("area.outside");
  }

  @Test
  void theLastAdministratorStays() {
    long grant =
        service.get(of("chief") + "/grants").body().path("items").get(0).path("id").asLong();
    assertThat(code(service.post(of("chief") + "/disable", "{}"))).isEqualTo("administrator.last");
    assertThat(code(delete(of("chief") + "/grants/" + grant))).isEqualTo("administrator.last");
    assertThat(accounts.signedIn("chief").get("/api/session").body().at("/who/name").asString())
        .isEqualTo("chief");
    accounts.person("second-chief", "administrator");
    assertThat(service.post(of("second-chief") + "/disable", "{}").status()).isEqualTo(204);
  }

  @Test
  void aRoleOfOnesOwnIsWhatItIsMadeAndChangesAtOnce() {
    Answer made =
        service.post(
            "/api/roles",
            "{\"label\":\"消防检查\",\"permissions\":[\"REGISTER_READ\",\"PEOPLE_READ\"],"
                + "\"sights\":{\"NAME\":\"MASKED\",\"PHONE\":\"NONE\"}}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("sights").toString()).isEqualTo("{\"NAME\":\"MASKED\"}");
    long role = made.body().path("id").asLong();
    String token = accounts.program("fire");
    service.post(
        of("fire") + "/grants", "{\"role\":\"" + made.body().path("name").asString() + "\"}");
    String people = GRIDS + "/" + GRID + "/people";
    assertThat(as(token, people).status()).isEqualTo(200);
    assertThat(
            service
                .post(
                    "/api/roles/" + role, "{\"label\":\"消防\",\"permissions\":[\"REGISTER_READ\"]}")
                .body()
                .path("label")
                .asString())
        .isEqualTo("消防");
    assertThat(as(token, people).status()).isEqualTo(403);
    assertThat(code(delete("/api/roles/" + role))).isEqualTo("role.used");
    JsonNode unused =
        service.post("/api/roles", "{\"label\":\"不用的\",\"permissions\":[\"EXPORT\"]}").body();
    assertThat(delete("/api/roles/" + unused.path("id").asLong()).status()).isEqualTo(204);
  }

  @Test
  void theRolesOfTheProductStayAsTheyAre() {
    JsonNode officer =
        service
            .get("/api/roles")
            .body()
            .path("items")
            .valueStream()
            .filter(role -> role.path("name").asString().equals("officer"))
            .findFirst()
            .orElseThrow();
    String path = "/api/roles/" + officer.path("id").asLong();
    assertThat(code(service.post(path, "{\"label\":\"x\",\"permissions\":[\"EXPORT\"]}")))
        .isEqualTo("role.built-in");
    assertThat(code(delete(path))).isEqualTo("role.built-in");
  }

  @Test
  void whoDoesNotAdministerSeesNoneOfIt() {
    for (String role : List.of("gis", "officer", "planner", "steward", "auditor")) {
      String token = accounts.program("not-" + role, role);
      assertThat(as(token, "/api/accounts").status()).as(role).isEqualTo(403);
      assertThat(as(token, "/api/roles").status()).as(role).isEqualTo(403);
      assertThat(post(token, of("chief") + "/reset", "{\"authenticator\":true}").status())
          .as(role)
          .isEqualTo(403);
    }
  }
}
