package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** Who gets in, and how the others are answered. */
class SignInApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = RunningService.over(database);
  private static final Accounts accounts = new Accounts(service);

  @BeforeAll
  static void timeStandsStill() {
    service.clock().hold();
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body().path("code").asString()).isEqualTo(code);
    assertThat(answer.body().path("detail").asString()).isNotBlank();
  }

  private static Answer as(String authorization, String path) {
    return service.send(service.request(path).header("Authorization", authorization));
  }

  private static String basic(String name, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/info",
        "/api/openapi.json",
        "/api/grids",
        "/tiles/buildings/14/1/1.mvt",
        "/api/account",
        "/api/nothing",
        "/actuator/env",
        "/described.json"
      })
  void whoIsNotSignedInGetsNothing(String path) {
    assertRefused(as("", path), 401, "session.missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/favicon.svg", "/actuator/health", "/api/session"})
  void theSignInPageItsFilesAndHealthAreForAll(String path) {
    assertThat(as("", path).status()).isEqualTo(200);
  }

  @Test
  void theAnswerToProgramsNamesTheWaysInAndToBrowsersOpensNoWindow() {
    assertThat(as("", "/api/info").response().headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"registry\"", "Basic realm=\"registry\", charset=\"UTF-8\"");
    assertThat(
            service
                .send(
                    service
                        .request("/api/info")
                        .header("Authorization", "")
                        .header("Sec-Fetch-Mode", "cors"))
                .response()
                .headers()
                .allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"registry\"");
  }

  @Test
  void aBrowserSignsInWorksAndSignsOut() {
    accounts.person("worker", "planner");
    Browser browser = new Browser(service);
    Answer answer = browser.signIn(" Ｗorker ", Accounts.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("who").path("name").asString()).isEqualTo("worker");
    assertThat(answer.body().path("who").path("permissions").toString())
        .isEqualTo("[\"REGISTER_READ\",\"EXPORT\"]");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith(Cookies.SESSION))
        .singleElement()
        .asString()
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
    assertThat(browser.get("/api/info").status()).isEqualTo(200);
    assertThat(browser.delete("/api/session").status()).isEqualTo(204);
    assertThat(browser.cookie(Cookies.SESSION)).isNull();
    assertRefused(browser.get("/api/info"), 401, "session.missing");
  }

  @Test
  void aSessionThatWasEndedIsWorthNothingToWhoKeptItsCookie() {
    accounts.person("keeper", "planner");
    Browser browser = accounts.signedIn("keeper");
    String kept = "registry_session=" + browser.cookie(Cookies.SESSION);
    browser.delete("/api/session");
    assertRefused(
        service.send(service.request("/api/info").header("Cookie", kept)), 401, "session.over");
  }

  @Test
  void whoDoesNotExistIsAnsweredLikeWhoMistyped() {
    accounts.person("known", "planner");
    Answer wrong = new Browser(service).signIn("known", "not the password");
    Answer unknown = new Browser(service).signIn("unknown", "not the password");
    assertRefused(wrong, 401, "sign-in.refused");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void whoDoesNotExistIsComparedAllTheSame() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash(Accounts.PASSWORD);
    passwords.fits("x", null);
    long known = nanos(() -> passwords.fits("not the password", hash));
    long unknown = nanos(() -> passwords.fits("not the password", null));
    assertThat((double) unknown / known).isBetween(0.2, 5.0);
    assertThat(passwords.fits(Accounts.PASSWORD, hash)).isTrue();
    assertThat(passwords.fits(Accounts.PASSWORD, null)).isFalse();
    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
  }

  private static long nanos(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long began = System.nanoTime();
      work.run();
      least = Math.min(least, System.nanoTime() - began);
    }
    return least;
  }

  @Test
  void guessingIsSlowedMoreAndMore() {
    accounts.person("guessed", "planner");
    for (int i = 0; i < Throttle.FREE; i++) {
      assertRefused(new Browser(service).signIn("guessed", "guess"), 401, "sign-in.refused");
    }
    Answer early = new Browser(service).signIn("guessed", "guess");
    assertRefused(early, 429, "sign-in.slowed");
    assertThat(early.header("Retry-After")).isEqualTo("1");
    service.clock().pass(Duration.ofSeconds(2));
    assertRefused(new Browser(service).signIn("guessed", "guess"), 401, "sign-in.refused");
    service.clock().pass(Duration.ofMillis(1500));
    assertRefused(new Browser(service).signIn("guessed", Accounts.PASSWORD), 429, "sign-in.slowed");
    service.clock().pass(Duration.ofSeconds(3));
    assertThat(new Browser(service).signIn("guessed", Accounts.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void nobodyIsLockedOutByWhoGuesses() {
    accounts.person("victim", "planner");
    Browser own = accounts.signedIn("victim");
    own.delete("/api/session");
    for (int i = 0; i < 30; i++) {
      new Browser(service).signIn("victim", "guess");
    }
    assertRefused(new Browser(service).signIn("victim", Accounts.PASSWORD), 429, "sign-in.slowed");
    assertThat(own.signIn("victim", Accounts.PASSWORD).status())
        .as("a browser that signed in before is counted by itself")
        .isEqualTo(200);
    service.clock().pass(Duration.ofSeconds(Throttle.LONGEST_SECONDS));
    assertThat(new Browser(service).signIn("victim", Accounts.PASSWORD).status())
        .as("others wait five minutes at most")
        .isEqualTo(200);
  }

  @Test
  void aWriteWithoutTheWordOfTheSessionIsForged() {
    accounts.person("writer", "planner");
    Browser browser = accounts.signedIn("writer");
    String query = "{\"q\":\"人民路\"}";
    assertThat(browser.post("/api/search", query).status()).isEqualTo(200);
    assertRefused(browser.forged("/api/search", query), 403, "csrf.missing");
    assertThat(browser.get("/api/info").status()).as("reading needs no proof").isEqualTo(200);
    assertRefused(
        service.send(
            service
                .request("/api/search")
                .header("Cookie", "registry_session=" + browser.cookie(Cookies.SESSION))
                .header("X-XSRF-TOKEN", "AAAA")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(query))),
        403,
        "csrf.missing");
  }

  @Test
  void anotherSiteWritesNothingWhateverItSends() {
    assertRefused(
        service.send(
            service
                .request("/api/search")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))),
        403,
        "csrf.foreign");
  }

  @Test
  void aBrowserLeftAloneIsSignedOut() {
    accounts.person("idler", "planner");
    Browser browser = accounts.signedIn("idler");
    service.clock().pass(Duration.ofMinutes(29));
    assertThat(browser.get("/api/info").status()).isEqualTo(200);
    service.clock().pass(Duration.ofMinutes(29));
    assertThat(browser.get("/api/info").status()).as("it was used meanwhile").isEqualTo(200);
    service.clock().pass(Duration.ofMinutes(31));
    assertRefused(browser.get("/api/info"), 401, "session.over");
  }

  @Test
  void aBrowserIsSignedOutAfterADaysWorkWhateverItDoes() {
    accounts.person("toiler", "planner");
    Browser browser = accounts.signedIn("toiler");
    for (int i = 0; i < 28; i++) {
      service.clock().pass(Duration.ofMinutes(25));
      assertThat(browser.get("/api/info").status()).isEqualTo(200);
    }
    service.clock().pass(Duration.ofMinutes(25));
    assertRefused(browser.get("/api/info"), 401, "session.over");
  }

  @Test
  void signingOutEverywhereEndsEverySession() {
    accounts.person("roamer", "planner");
    Browser office = accounts.signedIn("roamer");
    Browser home = accounts.signedIn("roamer");
    assertThat(home.get("/api/account").body().path("sessions").size()).isEqualTo(2);
    assertThat(office.delete("/api/account/sessions").status()).isEqualTo(204);
    assertRefused(home.get("/api/info"), 401, "session.over");
  }

  @Test
  void aTokenWorksUntilItIsTakenBack() {
    accounts.person("coder", "planner");
    Browser browser = accounts.signedIn("coder");
    Answer made = browser.post("/api/account/tokens", "{\"name\":\"QGIS\",\"days\":30}");
    assertThat(made.status()).isEqualTo(201);
    String token = made.body().path("token").asString();
    assertThat(as("Bearer " + token, "/api/info").status()).isEqualTo(200);
    assertThat(as(basic("coder", token), "/api/info").status()).isEqualTo(200);
    assertThat(as(basic("Coder", token), "/api/info").status()).isEqualTo(200);
    assertRefused(as(basic("tester", token), "/api/info"), 401, "credentials.refused");
    assertThat(browser.get("/api/account").body().path("tokens").get(0).has("token")).isFalse();
    assertThat(browser.delete("/api/account/tokens/" + made.body().path("id")).status())
        .isEqualTo(204);
    assertRefused(as("Bearer " + token, "/api/info"), 401, "credentials.refused");
  }

  @Test
  void aTokenIsOverOnItsDay() {
    accounts.program("nightly", "planner");
    String token = accounts.token("nightly", 1);
    assertThat(as("Bearer " + token, "/api/info").status()).isEqualTo(200);
    service.clock().pass(Duration.ofHours(25));
    assertRefused(as("Bearer " + token, "/api/info"), 401, "credentials.refused");
  }

  @ParameterizedTest
  @CsvSource({"owner, three brown kettles", "owner, wrong", "nobody-at-all, wrong"})
  void basicTakesTokensAlone(String name, String secret) {
    if (service.rows("SELECT 1 FROM access.account WHERE name = 'owner'").isEmpty()) {
      accounts.person("owner", "planner");
    }
    assertRefused(as(basic(name, secret), "/api/info"), 401, "credentials.token-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer nonsense", "Bearer rgt_nonsense", "Basic !!", "Digest x", "Basic "})
  void whatProvesNothingIsRefused(String authorization) {
    assertThat(as(authorization, "/api/info").status()).isEqualTo(401);
  }

  @Test
  void demoAccountsMayUseTheirPasswordOverBasic() {
    accounts.demo();
    assertThat(as(basic("officer", "demo-only"), "/api/info").status()).isEqualTo(200);
    assertThat(as(basic("officer", "demo-only"), "/api/info").status()).isEqualTo(200);
    assertRefused(as(basic("officer", "demo"), "/api/info"), 401, "sign-in.refused");
    assertThat(as("", "/api/session").body().path("demo").asBoolean()).isTrue();
  }

  @Test
  void ofWhatWasTriedTheLogTellsAndHoldsNoSecret() {
    accounts.person("logged", "planner");
    new Browser(service).signIn("logged", "a mistyped secret");
    new Browser(service).signIn("a secret typed as a name", "x");
    Browser browser = accounts.signedIn("logged");
    browser.delete("/api/session");
    List<List<String>> events =
        service.rows(
            "SELECT what, who FROM access.event WHERE target = (SELECT 'account:' || id FROM"
                + " access.account WHERE name = 'logged') ORDER BY id");
    assertThat(events)
        .containsExactly(
            List.of("account.made", "命令行"),
            List.of("session.refused", "logged"),
            List.of("session.began", "logged"),
            List.of("session.ended", "logged"));
    assertThat(
            service.rows(
                "SELECT 1 FROM access.event e WHERE e::text LIKE '%secret%'"
                    + " UNION ALL SELECT 1 FROM access.sign_in_failure f WHERE f::text LIKE"
                    + " '%secret%'"))
        .isEmpty();
  }
}
