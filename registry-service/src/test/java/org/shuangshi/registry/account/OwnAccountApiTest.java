package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.refusal.Refusal;

/** What everybody may do with their own account, and how a register gets its first one. */
class OwnAccountApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = RunningService.over(database);
  private static final Accounts accounts = new Accounts(service);
  private static final String NEXT = "four green lanterns";

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  private static String change(String current, String wanted) {
    return "{\"current\":\"" + current + "\",\"password\":\"" + wanted + "\"}";
  }

  @Test
  void anotherPasswordEndsTheOtherSessions() {
    accounts.person("changer", "planner");
    Browser here = accounts.signedIn("changer");
    Browser elsewhere = accounts.signedIn("changer");
    assertThat(here.post("/api/account/password", change(Accounts.PASSWORD, NEXT)).status())
        .isEqualTo(204);
    assertThat(here.get("/api/info").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/info").status()).isEqualTo(401);
    assertThat(new Browser(service).signIn("changer", Accounts.PASSWORD).status()).isEqualTo(401);
    assertThat(new Browser(service).signIn("changer", NEXT).status()).isEqualTo(200);
  }

  @Test
  void thePasswordThatIsHasToBeKnown() {
    accounts.person("stolen", "planner");
    Browser browser = accounts.signedIn("stolen");
    Answer answer = browser.post("/api/account/password", change("guess", NEXT));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asString()).isEqualTo("password.wrong");
    for (int i = 0; i < Throttle.FREE; i++) {
      answer = browser.post("/api/account/password", change("guess", NEXT));
    }
    assertThat(answer.body().path("code").asString()).isEqualTo("sign-in.slowed");
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars, password.length",
    "123456789012, password.common",
    "1qaz2wsx3edc, password.common",
    "aaaaaaaaaaaab, password.common",
    "password2026, password.common",
    "Password12345!, password.common",
    "qwertyqwerty, password.common",
    "绿色绿色绿色绿色绿色绿色, password.common",
    "li.ming-2026, password.name",
    "双实2026双实2027, password.name",
  })
  void whatEverybodyWouldGuessIsNoPassword(String password, String code) {
    assertThatThrownBy(() -> PasswordRules.check("password", password, "li.ming"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three brown kettles",
        "all lower case no digit",
        "春眠不觉晓处处闻啼鸟夜来风雨",
        "8J2#kfq0Lz1x",
        "    leading and trailing    "
      })
  void anyKindOfCharacterWillDo(String password) {
    PasswordRules.check("password", password, "li.ming");
  }

  @Test
  void nothingOfALongPasswordIsCut() {
    Passwords passwords = new Passwords();
    String one = "x".repeat(100) + "abcdefg";
    String hash = passwords.hash(one);
    assertThat(passwords.fits(one, hash)).isTrue();
    assertThat(passwords.fits("x".repeat(100) + "abcdefh", hash)).isFalse();
  }

  @Test
  void aPassingPasswordIsGoodForNothingButAnother() {
    accounts.person("newcomer", "planner");
    Browser before = accounts.signedIn("newcomer");
    String passing = accounts.reset("newcomer");
    assertThat(before.get("/api/info").status()).isEqualTo(401);
    Browser browser = new Browser(service);
    assertThat(browser.signIn("newcomer", passing).body().path("who").path("obstacle").asString())
        .isEqualTo("PASSWORD");
    Answer refused = browser.get("/api/info");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("code").asString()).isEqualTo("password.passing");
    assertThat(browser.post("/api/account/password", change(passing, NEXT)).status())
        .isEqualTo(204);
    assertThat(browser.get("/api/info").status()).isEqualTo(200);
  }

  @Test
  void demoAccountsKeepTheirPassword() {
    accounts.demo();
    Browser browser = new Browser(service);
    browser.signIn("gis", "demo-only");
    Answer answer = browser.post("/api/account/password", change("demo-only", NEXT));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("code").asString()).isEqualTo("demo.fixed");
  }

  @Test
  void theFirstAdministratorIsMadeWithTheTokenOfTheTerminalOnce() {
    try (TestDatabase bare = new TestDatabase();
        RunningService fresh = RunningService.withoutAccount(bare)) {
      Accounts none = new Accounts(fresh);
      String token = none.invite().orElseThrow();
      String again = none.invite().orElseThrow();
      Browser browser = new Browser(fresh);
      assertThat(browser.get("/api/session").body().path("first").asBoolean()).isTrue();
      String body =
          "{\"token\":\"%s\",\"name\":\"Chief\",\"displayName\":\"主管\",\"password\":\"%s\"}";
      Answer old =
          browser.post("/api/first-administrator", body.formatted(token, Accounts.PASSWORD));
      assertThat(old.status()).as("the newer token counts").isEqualTo(403);
      assertThat(old.body().path("code").asString()).isEqualTo("first-token.refused");
      Answer weak = browser.post("/api/first-administrator", body.formatted(again, "123456789012"));
      assertThat(weak.body().path("code").asString()).isEqualTo("password.common");
      Answer made =
          browser.post("/api/first-administrator", body.formatted(again, Accounts.PASSWORD));
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.body().path("who").path("name").asString()).isEqualTo("chief");
      assertThat(made.body().path("who").path("roles").get(0).path("name").asString())
          .isEqualTo("administrator");
      assertThat(none.invite()).isEmpty();
      assertThat(
              new Browser(fresh)
                  .post("/api/first-administrator", body.formatted(again, Accounts.PASSWORD))
                  .status())
          .isEqualTo(403);
    }
  }
}
