package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** Who can see, take out or administer people's data signs in with two factors. */
class SecondFactorApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = RunningService.over(database);
  private static final Accounts accounts = new Accounts(service);
  private static final String BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @BeforeAll
  static void timeStandsStill() {
    service.clock().hold();
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static String code(String secret) {
    int buffer = 0;
    int held = 0;
    byte[] bytes = new byte[secret.length() * 5 / 8];
    int at = 0;
    for (int i = 0; i < secret.length(); i++) {
      buffer = (buffer << 5) | BITS.indexOf(secret.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (buffer >> held);
      }
    }
    return Totp.code(bytes, Totp.step(service.clock().instant()));
  }

  private static String body(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private static String obstacle(Browser browser) {
    return browser.get("/api/session").body().at("/who/obstacle").asString();
  }

  private static String secretOf(Browser browser) {
    return browser.post("/api/account/totp", "{}").body().path("secret").asString();
  }

  private static List<String> enrol(Browser browser, String secret) {
    return browser
        .post("/api/account/totp/confirm", body(code(secret)))
        .body()
        .path("recoveryCodes")
        .valueStream()
        .map(each -> each.asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "gis, NOTHING",
    "planner, NOTHING",
    "auditor, NOTHING",
    "officer, ENROLMENT",
    "steward, ENROLMENT",
    "administrator, ENROLMENT"
  })
  void rolesOverPeopleAndAccountsAskForIt(String role, String obstacle) {
    accounts.person("role-" + role, role);
    assertThat(obstacle(accounts.signedIn("role-" + role))).isEqualTo(obstacle);
  }

  @Test
  void demoAccountsAreExcepted() {
    accounts.demo();
    Browser browser = new Browser(service);
    browser.signIn("steward", "demo-only");
    assertThat(obstacle(browser)).isEqualTo("NOTHING");
  }

  @Test
  void beforeItIsSetUpNothingElseIsAnswered() {
    accounts.person("bare", "officer");
    Browser browser = accounts.signedIn("bare");
    Answer answer = browser.get("/api/info");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("code").asString()).isEqualTo("second-factor.not-set-up");
    assertThat(browser.get("/api/account").status()).isEqualTo(403);
    assertThat(browser.post("/api/account/tokens", "{\"name\":\"x\"}").status()).isEqualTo(403);
  }

  @Test
  void itIsSetUpByItsFirstCodeAndAskedForFromThenOn() {
    accounts.person("ming", "officer");
    Browser browser = accounts.signedIn("ming");
    String before = browser.cookie(Cookies.SESSION);
    Answer begun = browser.post("/api/account/totp", "{}");
    String secret = begun.body().path("secret").asString();
    assertThat(begun.body().path("uri").asString())
        .startsWith("otpauth://totp/%E5%8F%8C%E5%AE%9E")
        .endsWith(
            "?secret=" + secret + "&issuer=%E5%8F%8C%E5%AE%9E%E7%A9%BA%E9%97%B4%E7%99%BB%E8%AE%B0");
    assertThat(
            browser
                .post("/api/account/totp/confirm", body("000000"))
                .body()
                .path("code")
                .asString())
        .isEqualTo("second-factor.wrong");
    assertThat(obstacle(browser)).isEqualTo("ENROLMENT");
    assertThat(enrol(browser, secret)).hasSize(10).doesNotHaveDuplicates();
    assertThat(browser.cookie(Cookies.SESSION))
        .as("the session has another secret")
        .isNotEqualTo(before);
    assertThat(browser.get("/api/info").status()).isEqualTo(200);
    assertThat(browser.post("/api/account/totp", "{}").body().path("code").asString())
        .isEqualTo("second-factor.set-up");

    Browser next = accounts.signedIn("ming");
    assertThat(obstacle(next)).isEqualTo("SECOND_FACTOR");
    assertThat(next.get("/api/info").body().path("code").asString())
        .isEqualTo("second-factor.missing");
    assertThat(next.post("/api/account/totp", "{}").status()).isEqualTo(403);
    String change =
        "{\"current\":\"" + Accounts.PASSWORD + "\",\"password\":\"four green lanterns\"}";
    assertThat(next.post("/api/account/password", change).status()).isEqualTo(403);
    assertThat(next.post("/api/session/second-factor", body(code(secret))).status())
        .as("the code that confirmed it is used up")
        .isEqualTo(400);
    service.clock().pass(Duration.ofSeconds(30));
    assertThat(next.post("/api/session/second-factor", body(code(secret))).status()).isEqualTo(204);
    assertThat(next.get("/api/info").status()).isEqualTo(200);
  }

  @Test
  void aRecoveryCodeIsGoodOnce() {
    accounts.person("loser", "officer");
    Browser first = accounts.signedIn("loser");
    List<String> codes = enrol(first, secretOf(first));
    Browser second = accounts.signedIn("loser");
    assertThat(second.post("/api/session/second-factor", body(codes.get(3))).status())
        .isEqualTo(204);
    Browser third = accounts.signedIn("loser");
    assertThat(third.post("/api/session/second-factor", body(codes.get(3))).status())
        .isEqualTo(400);
    assertThat(
            third
                .post(
                    "/api/session/second-factor",
                    body(codes.get(4).replace("-", "").toUpperCase(java.util.Locale.ROOT)))
                .status())
        .isEqualTo(204);
    assertThat(
            service.rows("SELECT 1 FROM access.event WHERE what = 'second-factor.recovery-used'"))
        .hasSize(2);
  }

  @Test
  void codesAreNotGuessedEither() {
    accounts.person("target", "officer");
    Browser first = accounts.signedIn("target");
    enrol(first, secretOf(first));
    Browser thief = accounts.signedIn("target");
    Answer answer = thief.post("/api/session/second-factor", body("111111"));
    for (int i = 0; i < Throttle.FREE; i++) {
      answer = thief.post("/api/session/second-factor", body("111111"));
    }
    assertThat(answer.status()).isEqualTo(429);
  }

  @Test
  void aRightGrantedMeanwhileAsksForItAtOnce() {
    accounts.person("rising", "planner");
    Browser browser = accounts.signedIn("rising");
    assertThat(browser.get("/api/info").status()).isEqualTo(200);
    database.execute(
        "INSERT INTO access.role_grant (account_id, role_id, days, granted_by) SELECT a.id, r.id,"
            + " '[2020-01-01,)', 'test' FROM access.account a, access.role r"
            + " WHERE a.name = 'rising' AND r.name = 'steward'");
    assertThat(browser.get("/api/info").body().path("code").asString())
        .isEqualTo("second-factor.not-set-up");
  }

  @Test
  void whoLostEverythingIsLetInAgainFromTheCommandLine() {
    accounts.person("locked", "officer");
    Browser browser = accounts.signedIn("locked");
    enrol(browser, secretOf(browser));
    String passing = accounts.reset("locked");
    Browser again = new Browser(service);
    again.signIn("locked", passing);
    assertThat(obstacle(again)).isEqualTo("PASSWORD");
  }

  @Test
  void itIsUnboundWithACodeAlone() {
    accounts.person("changing", "gis");
    Browser browser = accounts.signedIn("changing");
    List<String> codes = enrol(browser, secretOf(browser));
    assertThat(browser.post("/api/account/totp/remove", body("222222")).status()).isEqualTo(400);
    assertThat(browser.post("/api/account/totp/remove", body(codes.get(0))).status())
        .isEqualTo(204);
    assertThat(obstacle(accounts.signedIn("changing"))).isEqualTo("NOTHING");
  }

  @Test
  void theSecretIsNotReadableInTheDatabase() {
    accounts.person("sealed", "gis");
    Browser browser = accounts.signedIn("sealed");
    String secret = secretOf(browser);
    enrol(browser, secret);
    assertThat(
            service.rows(
                "SELECT 1 FROM access.totp t, access.account a WHERE a.id = t.account_id AND a.name"
                    + " = 'sealed' AND length(t.secret) = 4 + 12 + 20 + 16"))
        .hasSize(1);
    // another account's secret put in the place of one's own does not open
    accounts.person("mover", "gis");
    Browser other = accounts.signedIn("mover");
    String owners = secretOf(other);
    enrol(other, owners);
    database.execute(
        "UPDATE access.totp SET last_step = 0, secret = (SELECT t.secret FROM access.totp t JOIN"
            + " access.account a ON a.id = t.account_id AND a.name = 'sealed') WHERE account_id ="
            + " (SELECT id FROM access.account WHERE name = 'mover')");
    assertThat(
            accounts
                .signedIn("mover")
                .post("/api/session/second-factor", body(code(secret)))
                .status())
        .isEqualTo(500);
  }
}
