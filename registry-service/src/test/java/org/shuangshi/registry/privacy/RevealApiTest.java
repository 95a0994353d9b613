package org.shuangshi.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.RunningService.Answer;

/** Nothing is shown in full without its entry in the log, whatever happens. */
class RevealApiTest {
  private static final Town town = new Town();
  private static final String PHONE = "\"phone\"";

  @BeforeAll
  static void accounts() {
    town.account("officer", "PEOPLE_READ,PEOPLE_REVEAL", 11);
    town.account("reader", "PEOPLE_READ", 0);
    town.account("elsewhere", "PEOPLE_READ,PEOPLE_REVEAL", 12);
    town.grant("elsewhere", "of-reader", 0);
    town.account("half", "PEOPLE_READ,PEOPLE_REVEAL", "NAME", "PHONE", 0);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static String entries() {
    return town.text("SELECT count(*) FROM access.event WHERE what = 'person.revealed'");
  }

  @Test
  void aLookIsLoggedWithoutWhatWasSeen() {
    Answer answer = town.reveal("officer", 520, "\"phone\",\"documentNumber\"", "核对门诊回访");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("values").path("phone").asString()).isEqualTo("13987654321");
    assertThat(answer.body().path("values").path("documentNumber").asString())
        .isEqualTo("339901197703140024");
    assertThat(answer.body().path("values").has("name")).isFalse();
    assertThat(answer.header("Cache-Control")).contains("no-store");
    String entry =
        town.text(
            "SELECT who || ' ' || target || ' ' || why || ' ' || (detail->>'fields') FROM access.event"
                + " WHERE what = 'person.revealed' AND why = '核对门诊回访'");
    assertThat(entry).isEqualTo("officer person:520 核对门诊回访 documentNumber,phone");
    assertThat(town.text("SELECT string_agg(e::text, ' ') FROM access.event e"))
        .doesNotContain("13987654321")
        .doesNotContain("339901197703140024");
  }

  @ParameterizedTest
  @CsvSource({
    "reader, 520, phone, 核对, 403, permission.missing",
    "elsewhere, 520, phone, 核对, 403, reveal.not-here",
    "officer, 521, phone, 核对, 404, thing.unknown",
    "half, 520, phone, 核对, 403, reveal.field-not-seen",
    "officer, 520, phone, '', 400, why.missing",
    "officer, 520, phone, ' 看 ', 400, why.missing",
    "officer, 520, shoe, 核对, 400, field.unknown",
  })
  void whoMayNotSeesNothingAndLeavesNoEntry(
      String account, long person, String field, String why, int status, String code) {
    String before = entries();
    Answer answer = town.reveal(account, person, '"' + field + '"', why);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.body().path("code").asString()).isEqualTo(code);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void withoutAnEntryThereIsNoAnswer() {
    String before = entries();
    town.execute(
        "ALTER TABLE access.event ADD CONSTRAINT full_disk CHECK (what <> 'person.revealed') NOT VALID");
    try {
      Answer answer = town.reveal("officer", 520, PHONE, "写不进日志");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body().toString()).doesNotContain("13987654321");
    } finally {
      town.execute("ALTER TABLE access.event DROP CONSTRAINT full_disk");
    }
    assertThat(entries()).isEqualTo(before);
  }

  /** What PostgreSQL tells of a broken constraint is the row: it would be in the service's log. */
  @Test
  void aFailureDoesNotSayWhatTheRowHeld() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = town.register().connect();
                  Statement statement = connection.createStatement()) {
                statement.execute("UPDATE register.person SET sex = '13987654321' WHERE id = 520");
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("person_sex_known")
        .hasMessageNotContaining("13987654321");
  }

  /** Whatever ends the request between entry and answer, the entry is there. */
  @Test
  void theEntryStandsWhenTheAnswerFails() {
    town.execute(
        "REVOKE SELECT ON register.person FROM registry_service;"
            + " GRANT SELECT (version, id, valid, since, until, recorded, opened_by, closed_by) ON register.person TO registry_service");
    try {
      Answer answer = town.reveal("officer", 520, PHONE, "读之前断了");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body().toString()).doesNotContain("13987654321");
    } finally {
      town.execute("GRANT SELECT ON register.person TO registry_service");
    }
    assertThat(
            town.text(
                "SELECT count(*) FROM access.event WHERE what = 'person.revealed' AND why = '读之前断了'"))
        .isEqualTo("1");
  }
}
