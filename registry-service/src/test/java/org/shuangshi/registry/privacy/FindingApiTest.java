package org.shuangshi.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** People are found by their document or name, where they are seen, and the log knows whom. */
class FindingApiTest {
  private static final Town town = new Town();

  @BeforeAll
  static void accounts() {
    town.account("city", "PEOPLE_READ", 0);
    town.account("east", "PEOPLE_READ", 11);
    town.account("blind", "PEOPLE_READ", "NAME", "BIRTH_DATE", 0);
    town.account("places", "EXPORT", 0);
    town.account("split", "PEOPLE_READ", 11);
    town.grant("split", "of-places", 0);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Answer search(String account, String body) {
    return town.post(account, "/api/persons/search", body.replace('\'', '"'));
  }

  private static List<Long> found(String account, String body) {
    Answer answer = search(account, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    List<Long> ids = new ArrayList<>();
    answer.body().path("items").forEach(each -> ids.add(each.path("id").asLong()));
    return ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'documentType':'CITIZEN_ID','documentNumber':'339901197703140024'} | 520,522",
        "{'documentNumber':' ３３９９０１ 19770314 0024'} | 520,522",
        "{'documentNumber':'339901197703140024','name':'欧阳静'} | ",
        "{'documentNumber':'339901197703140024','documentTail':'0011'} | ",
        "{'documentType':'PASSPORT','documentNumber':'339901197703140024'} | ",
        "{'documentTail':'0024'} | 520,522",
        "{'documentTail':'0011','name':'司马望舒'} | 521",
        "{'documentTail':'0011','birthDate':'1968-10-08'} | ",
        "{'name':'欧阳静云','birthDate':'1977-03-14'} | 520,522",
      })
  void whoFitsIsFound(String body, String ids) {
    assertThat(found("city", body))
        .hasToString(ids == null ? "[]" : "[" + ids.replace(",", ", ") + "]");
  }

  @Test
  void whoWasFoundIsMaskedAndHasAHome() {
    JsonNode body = search("city", "{'documentTail':'0011'}").body();
    JsonNode person = body.path("items").get(0);
    assertThat(person.path("name").asString()).isEqualTo("司***");
    assertThat(person.path("birth").asString()).isEqualTo("1968-**-**");
    assertThat(person.path("documentNumber").asString()).isEqualTo("339***********0011");
    assertThat(person.path("homes").size()).isEqualTo(1);
    assertThat(person.path("homes").get(0).path("unit").asLong()).isEqualTo(312);
    assertThat(person.path("homes").get(0).path("lon").asDouble()).isBetween(119.0, 121.0);
    assertThat(body.path("more").asBoolean()).isFalse();
    JsonNode one = search("city", "{'documentTail':'0024','limit':1}").body();
    assertThat(one.path("items").size()).isEqualTo(1);
    assertThat(one.path("more").asBoolean()).isTrue();
  }

  /** Reading places elsewhere does not find people there. */
  @ParameterizedTest
  @CsvSource({"east", "split"})
  void peopleElsewhereAreNotFound(String account) {
    assertThat(found(account, "{'documentTail':'0011'}")).isEmpty();
    assertThat(found(account, "{'documentNumber':'339901196810090011'}")).isEmpty();
    assertThat(found(account, "{'documentTail':'0024'}")).containsExactly(520L, 522L);
  }

  /** A hit would tell a number to who may not see it. */
  @Test
  void nobodyIsFoundByWhatMayNotBeSeen() {
    assertThat(found("blind", "{'documentNumber':'339901196810090011'}")).isEmpty();
    assertThat(found("blind", "{'documentTail':'0011'}")).isEmpty();
    assertThat(found("blind", "{'name':'司马望舒','birthDate':'1968-10-09'}")).containsExactly(521L);
  }

  @Test
  void theLogSaysWhomNotWhat() {
    long before = entries();
    assertThat(found("city", "{'documentTail':'0024'}")).hasSize(2);
    assertThat(found("city", "{'documentTail':'9999'}")).isEmpty();
    assertThat(entries()).isEqualTo(before + 3);
    assertThat(
            town.text(
                "SELECT string_agg(target, ' ' ORDER BY id) FROM (SELECT id, target FROM access.event"
                    + " WHERE what = 'person.searched' ORDER BY id DESC LIMIT 3) e"))
        .isEqualTo("person:520 person:522 person:described");
    assertThat(town.text("SELECT string_agg(e::text, ' ') FROM access.event e"))
        .doesNotContain("9999")
        .doesNotContain("339901197703140024");
  }

  private static long entries() {
    return Long.parseLong(
        town.text("SELECT count(*) FROM access.event WHERE what = 'person.searched'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | finding.too-little",
        "{'name':'欧阳静云'} | finding.too-little",
        "{'documentType':'CITIZEN_ID','documentTail':'0024'} | finding.too-little",
        "{'documentTail':'024'} | finding.tail",
        "{'documentType':'LIBRARY_CARD','documentNumber':'1'} | value.unknown",
        "{'documentTail':'0024','limit':0} | parameter.invalid",
      })
  void tooLittleOrWrongIsRefused(String body, String code) {
    Answer answer = search("city", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asString()).isEqualTo(code);
  }

  @Test
  void itIsAskedForByBodyAlone() {
    assertThat(town.get("city", "/api/persons/search?documentTail=0024").status()).isIn(400, 405);
    assertThat(search("places", "{'documentTail':'0024'}").status()).isEqualTo(403);
  }
}
