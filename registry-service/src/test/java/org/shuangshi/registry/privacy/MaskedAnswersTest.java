package org.shuangshi.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** No answer tells of a person more than its reader may see unasked. */
class MaskedAnswersTest {
  private static final Town town = new Town();
  private static final String WORK = "PEOPLE_READ,PEOPLE_REVEAL,PEOPLE_WRITE";
  private static final List<String> SECRETS =
      List.of(
          "欧阳静",
          "静云",
          "司马望",
          "望舒",
          "1977-03",
          "03-14",
          "1968-10",
          "339901197703140024",
          "339901196810090011",
          "1987654321",
          "1987650000",
          "1711223344",
          "滨江路",
          "桥东路",
          "83020177",
          "83020188",
          "JZ2023123456",
          "畲",
          "彝");

  @BeforeAll
  static void accounts() {
    town.account("full", WORK, 0);
    town.account("here", WORK, 11);
    town.account("masked", WORK, "", "NAME,PHONE", 0);
    town.account("blind", WORK, "", "", 0);
    town.account("mixed", WORK, 11);
    town.grant("mixed", "of-blind", 12);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  /** Every call that tells of people; what it answers. */
  private static List<Answer> answers(String account) {
    List<Answer> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/api/things/person/520",
            "/api/things/person/520/versions",
            "/api/things/person/520/links",
            "/api/things/person/520/lineage",
            "/api/things/person/521",
            "/api/things/residence/620",
            "/api/things/residence/621",
            "/api/things/residence/621/versions",
            "/api/things/household/404",
            "/api/things/household/404/links",
            "/api/things/household/404/versions",
            "/api/things/unit/301/links",
            "/api/persons/520/duplicates",
            "/api/persons/522/merge?into=520",
            "/api/grids/339901001001001/people",
            "/api/grids/339901001001001/households",
            "/api/grids/339901001001001/units",
            "/api/buildings/101/chart")) {
      answers.add(town.get(account, path));
    }
    answers.add(town.post(account, "/api/duplicates/search", "{}"));
    answers.add(
        town.post(
            account,
            "/api/duplicates/check",
            "{\"documentType\":\"CITIZEN_ID\",\"documentNumber\":\"339901197703140024\"}"));
    answers.add(
        town.post(
            account,
            "/api/things/person/520/change",
            "{\"why\":\"换号\",\"values\":{\"phone\":\"13900000000\"}}",
            "\"1-1\""));
    answers.add(town.post(account, "/api/search", "{\"q\":\"欧阳\"}"));
    answers.add(town.post(account, "/api/persons/search", "{\"documentTail\":\"0024\"}"));
    answers.add(
        town.post(
            account, "/api/persons/search", "{\"name\":\"司马望舒\",\"birthDate\":\"1968-10-09\"}"));
    return answers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "here", "masked", "blind", "mixed"})
  void nothingIsTold(String account) {
    for (Answer answer : answers(account)) {
      assertThat(answer.status())
          .as("%s %s", answer.response().uri(), answer.body())
          .isIn(200, 412, 403, 404);
      String body = answer.body().toString();
      for (String secret : SECRETS) {
        assertThat(body).as("%s %s", account, answer.response().uri()).doesNotContain(secret);
      }
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void whatMayBeSeenIsSeenMasked() {
    JsonNode values = town.get("full", "/api/things/person/520").body().path("values");
    assertThat(values.path("name").asString()).isEqualTo("欧***");
    assertThat(values.path("birthDate").asString()).isEqualTo("1977-**-**");
    assertThat(values.path("documentNumber").asString()).isEqualTo("339***********0024");
    assertThat(values.path("phone").asString()).isEqualTo("139****4321");
    assertThat(values.path("registeredAddress").asString()).isEqualTo("双河市东城区河滨街道沿江社区***");
    assertThat(values.path("sex").asString()).isEqualTo("FEMALE");
    assertThat(label("full", "/api/things/household/404")).isEqualTo("欧***户");
    assertThat(label("full", "/api/things/person/520")).isEqualTo("欧***");
  }

  @Test
  void ofOtherFieldsNothingIsSeen() {
    JsonNode masked = town.get("masked", "/api/things/person/520").body().path("values");
    assertThat(masked.path("name").asString()).isEqualTo("欧***");
    assertThat(masked.path("phone").asString()).isEqualTo("139****4321");
    for (String field : List.of("sex", "birthDate", "documentNumber", "registeredAddress")) {
      assertThat(masked.path(field).isNull()).as(field).isTrue();
    }
    JsonNode blind = town.get("blind", "/api/things/person/520").body();
    assertThat(blind.path("label").asString()).isEqualTo("姓名保密");
    assertThat(blind.path("values").path("name").isNull()).isTrue();
    assertThat(label("blind", "/api/things/household/404")).isEqualTo("户");
    assertThat(label("blind", "/api/things/residence/620")).isEqualTo("姓名保密");
    assertThat(town.get("blind", "/api/persons/520/duplicates").body().toString())
        .contains("\"name\":null");
  }

  /** Rights go by the community a person lives in, also for one reader. */
  @Test
  void aFieldIsSeenWhereTheRoleSeesIt() {
    assertThat(label("mixed", "/api/things/person/520")).isEqualTo("欧***");
    assertThat(label("mixed", "/api/things/person/521")).isEqualTo("姓名保密");
    assertThat(label("full", "/api/things/person/521")).isEqualTo("司***");
  }

  /** Who moved to where the reader has no rights stays in the history of the home. */
  @Test
  void aFormerResidentIsDatesAndAMaskedName() {
    assertThat(town.get("here", "/api/things/person/521").status()).isEqualTo(404);
    List<String> links = new ArrayList<>();
    for (JsonNode group : town.get("here", "/api/things/unit/301/links").body().path("groups")) {
      for (JsonNode item : group.path("items")) {
        links.add(
            item.path("label").asString()
                + " "
                + item.path("to").asString("")
                + " "
                + item.path("past").asBoolean());
      }
    }
    assertThat(links).contains("司*** 2025-01-01 true", "欧***  false");
  }

  @Test
  void whatWasShownIsNoValue() {
    String etag = town.get("full", "/api/things/person/521").body().path("etag").asString();
    Answer answer =
        town.post(
            "full",
            "/api/things/person/521/change",
            "{\"why\":\"改\",\"values\":{\"name\":\"司***\"}}",
            etag);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asString()).isEqualTo("value.masked");
  }

  private static String label(String account, String path) {
    return town.get(account, path).body().path("label").asString();
  }
}
