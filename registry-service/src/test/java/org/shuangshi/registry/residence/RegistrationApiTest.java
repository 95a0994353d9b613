package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Who is registered at a unit here, and does not live there. */
class RegistrationApiTest {
  private static final AtomicInteger ROADS = new AtomicInteger();

  private final Town town = new Town();
  private final String road = "户籍路" + ROADS.incrementAndGet();
  private final long roadId =
      Town.id(
          town.begin(
              "road",
              "\"name\":\""
                  + road
                  + "\",\"class\":\"LANE\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[120,30.01],[120.1,30.01]]}"));
  private final long unit = town.unitOf(road, "101");
  private final long other = town.unitOf(road, "102");

  private String address(String room) {
    return "试城" + road + "1号" + room + "室";
  }

  /** Somebody registered somewhere; a unit to live in, or none. */
  private long person(String name, String registered, String book, long lives) {
    String values =
        "\"name\":\""
            + name
            + "\",\"nationality\":\"CHN\",\"registeredAddress\":\""
            + registered
            + "\""
            + (book.isEmpty() ? "" : ",\"registrationBook\":\"" + book + "\"");
    long id = Town.id(town.begin("person", values));
    if (lives != 0) {
      Town.id(
          town.begin(
              "residence",
              "\"person\":" + id + ",\"unit\":" + lives + ",\"role\":\"OWNER\",\"main\":true"));
    }
    return id;
  }

  private String registeredAt(long person) throws SQLException {
    return town.text(
        "SELECT registered_unit_id FROM person WHERE id = " + person + " AND upper_inf(recorded)");
  }

  private List<Long> ids(String list, String more) {
    Answer answer =
        town.service.post(
            "/api/registrations/" + list, "{\"within\":" + town.within() + more + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    List<Long> ids = new ArrayList<>();
    for (JsonNode item : answer.body().path("items")) {
      ids.add(item.path("id").asLong());
    }
    return ids;
  }

  @Test
  void theRegisterKnowsTheUnitByItsOfficialTextAndByAnAlias() throws SQLException {
    long person = person("甲", address("101"), "", unit);
    assertThat(registeredAt(person)).isEqualTo(String.valueOf(unit));
    long nowhere = person("乙", "别处的地址", "", 0);
    assertThat(registeredAt(nowhere)).isEqualTo("null");
    String id =
        town.text("SELECT address_id FROM unit WHERE id = " + other + " AND upper_inf(recorded)");
    town.service.post(
        "/api/things/address/" + id + "/change",
        "{\"why\":\"俗名\",\"from\":\"2026-02-01\",\"values\":{\"aliases\":[\"别处的地址\"]}}",
        town.etag("address", Long.parseLong(id)));
    assertThat(registeredAt(nowhere))
        .as("once the address is known by it")
        .isEqualTo(String.valueOf(other));
    town.service.post(
        "/api/things/address/" + id + "/change",
        "{\"why\":\"俗名有误\",\"from\":\"2026-02-01\",\"values\":{\"aliases\":[]}}",
        town.etag("address", Long.parseLong(id)));
    assertThat(registeredAt(nowhere)).as("and no more").isEqualTo("null");
  }

  @Test
  void whoIsRegisteredUnderTheFormerNameOfARoadStaysRegistered() throws SQLException {
    long before = person("甲", address("101"), "", unit);
    Answer renamed =
        town.service.post(
            "/api/roads/" + roadId + "/rename",
            "{\"why\":\"改名\",\"from\":\"2026-03-01\",\"name\":\"新" + road + "\"}",
            town.etag("road", roadId));
    assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
    assertThat(registeredAt(before)).isEqualTo(String.valueOf(unit));
    assertThat(registeredAt(person("乙", address("101"), "", 0)))
        .as("said after the new name")
        .isEqualTo(String.valueOf(unit));
    assertThat(registeredAt(person("丙", "试城新" + road + "1号102室", "", 0)))
        .isEqualTo(String.valueOf(other));
  }

  @Test
  void aUnitThatComesLaterIsFoundAndOneThatNeverWasIsNot() throws SQLException {
    long person = person("甲", address("103"), "", 0);
    assertThat(registeredAt(person)).isEqualTo("null");
    long late = town.unitOf(road, "103");
    assertThat(registeredAt(person)).isEqualTo(String.valueOf(late));
    town.service.post(
        "/api/things/unit/" + late + "/withdraw", "{\"why\":\"没有这一户\"}", town.etag("unit", late));
    assertThat(registeredAt(person)).isEqualTo("null");
    assertThat(town.text("SELECT count(*) FROM person WHERE id = " + person))
        .as("nobody said anything of the person: no version")
        .isEqualTo("1");
  }

  @Test
  void whoIsRegisteredHereAndLivesElsewhereIsListedAndCounted() throws SQLException {
    long here = person("在", address("101"), "B1", unit);
    long gone = person("走", address("101"), "B1", other);
    long lost = person("失", address("102"), "B2", 0);
    long alone = person("单", address("102"), "", 0);
    person("外", "外地", "B3", unit);

    assertThat(ids("away", "")).containsExactly(gone, lost, alone);
    assertThat(ids("empty-books", "")).as("B1 has somebody at home").containsExactly(lost, alone);
    String byHand =
        "SELECT count(*) FROM person p WHERE p.registered_unit_id IN ("
            + unit
            + ","
            + other
            + ") AND upper_inf(p.recorded) AND NOT EXISTS (SELECT FROM residence r WHERE r.person_id = p.id"
            + " AND r.main AND upper_inf(r.recorded) AND r.unit_id = p.registered_unit_id)";
    JsonNode counts =
        town.service.post("/api/registrations/count", "{\"within\":" + town.within() + "}").body();
    assertThat(counts.path("away").asString()).isEqualTo(town.text(byHand)).isEqualTo("3");
    assertThat(counts.path("emptyBooks").asInt()).isEqualTo(2);
    assertThat(ids("away", ",\"limit\":1")).containsExactly(gone);
    assertThat(ids("away", ",\"asOf\":\"2025-12-31\"")).as("before all that").isEmpty();

    String then =
        town.text("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
    Answer home =
        town.verb(
            "person",
            gone,
            "move",
            "{\"why\":\"回来\",\"from\":\"2026-05-01\",\"residence\":{\"unit\":"
                + unit
                + ",\"role\":\"OWNER\"}}");
    assertThat(home.status()).as(home.body().toString()).isEqualTo(204);
    assertThat(ids("away", ",\"asOf\":\"2026-05-01\"")).containsExactly(lost, alone);
    assertThat(ids("away", ",\"asOf\":\"2026-04-30\"")).containsExactly(gone, lost, alone);
    assertThat(ids("away", ",\"asOf\":\"2026-05-01\",\"knownAt\":\"" + then + "\""))
        .as("as it was known before the move")
        .containsExactly(gone, lost, alone);
    assertThat(here).isPositive();
  }

  @Test
  void aPersonIsRegisteredElsewhereFromADayOn() throws SQLException {
    long person = person("甲", address("101"), "B1", other);
    assertThat(ids("away", ",\"asOf\":\"2026-06-01\"")).containsExactly(person);
    Answer moved =
        town.verb(
            "person",
            person,
            "register",
            "{\"why\":\"户口迁出\",\"from\":\"2026-06-01\",\"values\":{\"registeredAddress\":\"外地\",\"registeredRegionCode\":\"110101\"}}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(204);
    assertThat(ids("away", ",\"asOf\":\"2026-05-31\"")).containsExactly(person);
    assertThat(ids("away", ",\"asOf\":\"2026-06-01\"")).isEmpty();
    assertThat(
            town.text(
                "SELECT registration_book FROM person WHERE id = "
                    + person
                    + " AND upper_inf(recorded) AND upper_inf(valid)"))
        .as("the book stays behind")
        .isEqualTo("null");
    Answer without =
        town.verb(
            "person",
            person,
            "register",
            "{\"why\":\"户口迁出\",\"values\":{\"registeredAddress\":\"外地\"}}");
    assertThat(without.body().path("errors").get(0).path("field").asString())
        .isEqualTo("values.registeredRegionCode");
    Answer other =
        town.verb("person", person, "register", "{\"why\":\"户口迁出\",\"values\":{\"name\":\"乙\"}}");
    assertThat(other.body().path("code").asString()).isEqualTo("field.unknown");
  }

  @Test
  void documentsAreCheckedByTheirKindAndKeptInOneForm() throws SQLException {
    String citizen =
        "\"name\":\"甲\",\"nationality\":\"CHN\",\"documentType\":\"CITIZEN_ID\",\"documentNumber\":";
    long person = Town.id(town.begin("person", citizen + "\"610104620927690\""));
    assertThat(town.inFull(person, "documentNumber")).isEqualTo("610104196209276908");
    String foreign = "\"name\":\"乙\",\"nationality\":\"USA\",\"documentType\":";
    for (String wrong :
        List.of(
            "\"PASSPORT\",\"documentNumber\":\"E1-23\"",
            "\"HK_MACAO_TAIWAN_PERMIT\",\"documentNumber\":\"X12345678\"",
            "\"RESIDENCE_PERMIT_HMT\",\"documentNumber\":\"11010519491231002X\"")) {
      assertThat(town.begin("person", foreign + wrong).body().path("code").asString())
          .as(wrong)
          .isEqualTo("code.document");
    }
    assertThat(
            town.begin(
                    "person", "\"name\":\"丙\",\"nationality\":\"CHN\",\"birthDate\":\"2199-01-01\"")
                .body()
                .path("code")
                .asString())
        .isEqualTo("person.born-later");
  }
}
