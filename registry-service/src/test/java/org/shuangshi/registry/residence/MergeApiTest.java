package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Two persons of the register who are one. */
class MergeApiTest {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Town town = new Town();
  private final int number = NAMES.incrementAndGet();
  private final String name = "重名" + number;
  private final String road = "合并路" + number;
  private final long unit = town.unitOf(road, "101");
  private final long other = town.unitOf(road, "102");
  private final long household = town.household(unit);

  private long person(String values) {
    return Town.id(
        town.begin("person", "\"name\":\"" + name + "\",\"nationality\":\"CHN\"" + values));
  }

  private long lives(long person, long where, String from, String to, String more) {
    Answer answer =
        town.service.post(
            "/api/things/residence",
            "{\"why\":\"登记\",\"from\":\""
                + from
                + "\""
                + (to.isEmpty() ? "" : ",\"to\":\"" + to + "\"")
                + ",\"values\":{\"person\":"
                + person
                + ",\"unit\":"
                + where
                + more
                + "}}");
    return Town.id(answer);
  }

  private static final String OWNER = ",\"role\":\"OWNER\",\"main\":true";

  private Answer merge(long id, long into, String more) {
    return town.verb("person", id, "merge", "{\"why\":\"重复登记\",\"into\":" + into + more + "}");
  }

  /** Residences believed of a person, in order: room, days, main, relation. */
  private String homes(long person) throws SQLException {
    return town.text(
        "SELECT string_agg(u.room || r.valid || CASE WHEN r.main THEN '主' ELSE '' END || coalesce(r.relation, ''), ' ' ORDER BY u.room, r.valid)"
            + " FROM residence r JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded) AND upper_inf(u.valid)"
            + " WHERE r.person_id = "
            + person
            + " AND upper_inf(r.recorded)");
  }

  private String column(long person, String column) throws SQLException {
    return town.text(
        "SELECT string_agg(coalesce("
            + column
            + "::text, '-') || valid, ' ' ORDER BY valid) FROM person WHERE id = "
            + person
            + " AND upper_inf(recorded)");
  }

  @Test
  void allThatIsSaidOfTheOneIsSaidOfTheOtherInOneCorrection() throws SQLException {
    long stays = person(",\"phone\":\"13800000001\"");
    long gone = person(",\"ethnicity\":\"汉族\",\"phone\":\"13800000001\"");
    lives(
        stays,
        unit,
        "2026-03-01",
        "",
        OWNER + ",\"household\":" + household + ",\"relation\":\"HEAD\"");
    lives(gone, unit, "2026-02-01", "", ",\"role\":\"FAMILY\",\"main\":true");
    lives(gone, other, "2026-01-01", "2026-02-01", OWNER);
    long tenancy =
        Town.id(
            town.begin(
                "tenancy", "\"unit\":" + other + ",\"landlord\":" + gone + ",\"tenant\":" + gone));

    Answer merged = merge(gone, stays, "");
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(204);
    assertThat(homes(stays))
        .as("one residence on the days of both, and the one from before")
        .isEqualTo("101[2026-02-01,2026-03-01)主 101[2026-03-01,)主HEAD 102[2026-01-01,2026-02-01)主");
    assertThat(column(stays, "ethnicity")).as("what only one says").isEqualTo("汉族[2026-01-01,)");
    assertThat(
            town.text(
                "SELECT landlord_id || ' ' || tenant_id FROM tenancy WHERE id = "
                    + tenancy
                    + " AND upper_inf(recorded)"))
        .isEqualTo(stays + " " + stays);
    assertThat(homes(gone)).isEqualTo("null");
    assertThat(
            town.text(
                "SELECT string_agg(DISTINCT c.kind || ' ' || c.why, ';') FROM change c WHERE c.id IN ("
                    + "SELECT closed_by FROM person WHERE id = "
                    + gone
                    + " UNION SELECT opened_by FROM lineage WHERE from_id = "
                    + gone
                    + " UNION SELECT opened_by FROM tenancy WHERE id = "
                    + tenancy
                    + " AND upper_inf(recorded))"))
        .as("one change record")
        .isEqualTo("CORRECTION 重复登记");

    Answer card = town.service.get("/api/things/person/" + gone);
    assertThat(card.status()).as("the old number still answers").isEqualTo(200);
    assertThat(card.body().path("supersededBy").path("id").asLong()).isEqualTo(stays);
    assertThat(card.body().path("supersededBy").path("label").asString()).isEqualTo("重**");
    assertThat(town.service.get("/api/things/person/" + stays).body().path("supersededBy").isNull())
        .isTrue();
    assertThat(merge(gone, stays, "").status()).as("once").isEqualTo(404);

    long third = person("");
    assertThat(merge(stays, third, "").status()).isEqualTo(204);
    assertThat(
            town.service
                .get("/api/things/person/" + gone)
                .body()
                .path("supersededBy")
                .path("id")
                .asLong())
        .as("through both")
        .isEqualTo(third);
  }

  @Test
  void whatDiffersIsChosenFieldByField() throws SQLException {
    long stays = person(",\"phone\":\"13800000001\",\"sex\":\"MALE\"");
    long gone = person(",\"phone\":\"13900000002\",\"sex\":\"FEMALE\",\"ethnicity\":\"汉族\"");
    Answer open = merge(gone, stays, "");
    assertThat(open.status()).isEqualTo(400);
    assertThat(open.body().path("code").asString()).isEqualTo("person.merge-undecided");
    assertThat(open.body().path("errors").size()).isEqualTo(2);
    JsonNode preview = town.service.get("/api/persons/" + gone + "/merge?into=" + stays).body();
    for (JsonNode field : preview.path("fields")) {
      boolean differs = field.path("field").asString().matches("phone|sex");
      assertThat(field.path("undecided").asBoolean()).as(field.toString()).isEqualTo(differs);
    }
    assertThat(preview.toString())
        .as("masked")
        .doesNotContain("13900000002")
        .contains("139****0002");
    Answer merged = merge(gone, stays, ",\"choose\":{\"phone\":\"THIS\",\"sex\":\"INTO\"}");
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(204);
    assertThat(town.inFull(stays, "phone")).isEqualTo("13900000002");
    assertThat(column(stays, "sex")).isEqualTo("MALE[2026-01-01,)");
  }

  @Test
  void twoMainResidencesOnOneDayAreAnswered() throws SQLException {
    long stays = person("");
    long gone = person("");
    lives(stays, unit, "2026-01-01", "", OWNER);
    lives(gone, other, "2026-02-01", "2026-05-01", OWNER);
    Answer open = merge(gone, stays, "");
    assertThat(open.status()).isEqualTo(409);
    assertThat(open.body().path("code").asString()).isEqualTo("residence.two-mains");
    JsonNode asked =
        town.service
            .get("/api/persons/" + gone + "/merge?into=" + stays)
            .body()
            .path("mains")
            .get(0);
    assertThat(asked.path("from").asString()).isEqualTo("2026-02-01");
    assertThat(asked.path("to").asString()).isEqualTo("2026-05-01");
    assertThat(asked.path("unit").asLong()).isEqualTo(other);
    assertThat(homes(gone)).as("asking writes nothing").isEqualTo("102[2026-02-01,2026-05-01)主");
    Answer merged = merge(gone, stays, ",\"mains\":[" + other + "]");
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(204);
    assertThat(homes(stays))
        .isEqualTo(
            "101[2026-01-01,2026-02-01)主 101[2026-02-01,2026-05-01) 101[2026-05-01,)主 102[2026-02-01,2026-05-01)主");
  }

  @Test
  void aHeadStaysAHeadAndAHouseholdLeftBehindNeverWas() throws SQLException {
    long stays = person("");
    long gone = person("");
    long second = town.household(unit);
    lives(
        stays,
        unit,
        "2026-01-01",
        "",
        OWNER + ",\"household\":" + household + ",\"relation\":\"HEAD\"");
    lives(
        gone,
        unit,
        "2026-01-01",
        "",
        OWNER + ",\"household\":" + second + ",\"relation\":\"HEAD\"");
    long child = person("");
    lives(
        child,
        unit,
        "2026-01-01",
        "",
        ",\"role\":\"FAMILY\",\"main\":true,\"household\":" + second + ",\"relation\":\"CHILD\"");
    assertThat(merge(gone, stays, "").body().path("code").asString())
        .as("the child would be without a head")
        .isEqualTo("household.no-head");
    assertThat(
            town.verb("person", child, "leave", "{\"why\":\"搬走\",\"from\":\"2026-01-01\"}")
                .status())
        .isEqualTo(204);
    Answer merged = merge(gone, stays, "");
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(204);
    assertThat(homes(stays)).isEqualTo("101[2026-01-01,)主HEAD");
    assertThat(town.service.get("/api/things/household/" + second).status()).isEqualTo(404);
  }

  @Test
  void whoWasOverlookedIsToldSo() {
    long stays = person("");
    long gone = person("");
    String etag = town.etag("person", gone);
    String intoEtag = town.etag("person", stays).replace("\"", "\\\"");
    town.service.post(
        "/api/things/person/" + stays + "/change",
        "{\"why\":\"改\",\"from\":\"2026-02-01\",\"values\":{\"phone\":\"1\"}}",
        town.etag("person", stays));
    String body = "{\"why\":\"重复\",\"into\":" + stays + ",\"intoEtag\":\"" + intoEtag + "\"}";
    assertThat(town.service.post("/api/persons/" + gone + "/merge", body, etag).status())
        .isEqualTo(412);
    assertThat(merge(gone, gone, "").body().path("code").asString()).isEqualTo("person.same");
  }

  private JsonNode duplicates(String more) {
    Answer answer =
        town.service.post("/api/duplicates/search", "{\"within\":" + town.within() + more + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void whoIsEnteredTwiceIsFoundAndWhy() throws SQLException {
    String born = ",\"birthDate\":\"1980-01-01\"";
    long first = person(born);
    lives(first, unit, "2026-01-01", "", OWNER);
    long sameUnit = person(born + ",\"registeredAddress\":\"试城" + road + "1号101室\"");
    long sameBuilding = person(born);
    lives(sameBuilding, other, "2026-01-01", "", OWNER);
    long elsewhere = person(born + ",\"registeredAddress\":\"一点也不像的地方\"");
    String passport =
        ",\"documentType\":\"PASSPORT\",\"documentNumber\":\"E" + (10_000_000 + number) + "\"";
    long document = person(",\"birthDate\":\"1990-01-01\"" + passport);
    lives(document, other, "2026-01-01", "", ",\"role\":\"LODGER\",\"main\":true");
    long sameDocument =
        Town.id(
            town.begin(
                "person",
                "\"name\":\"别名\",\"nationality\":\"CHN\"" + passport.replace("\"E", "\"ｅ ")));

    JsonNode found = duplicates("");
    StringBuilder pairs = new StringBuilder();
    for (JsonNode pair : found.path("items")) {
      pairs
          .append(pair.path("one").path("id").asLong() - first)
          .append('-')
          .append(pair.path("other").path("id").asLong() - first)
          .append(' ')
          .append(pair.path("reasons").get(0).path("code").asString())
          .append(';');
      assertThat(pair.path("reasons").get(0).path("text").asString()).isNotBlank();
    }
    assertThat(pairs.toString())
        .isEqualTo(
            "0-%d SAME_UNIT;0-%d SAME_BUILDING;%d-%d SAME_BUILDING;%d-%d SAME_DOCUMENT;"
                .formatted(
                    sameUnit - first,
                    sameBuilding - first,
                    sameUnit - first,
                    sameBuilding - first,
                    document - first,
                    sameDocument - first));
    assertThat(elsewhere).isPositive();

    JsonNode twins = town.service.get("/api/persons/" + sameDocument + "/duplicates").body();
    assertThat(twins.path("items").size()).isEqualTo(1);
    assertThat(twins.path("items").get(0).path("person").path("id").asLong()).isEqualTo(document);

    JsonNode one = duplicates(",\"limit\":1");
    assertThat(one.path("items").size()).isEqualTo(1);
    JsonNode next = duplicates(",\"limit\":3,\"after\":\"" + one.path("next").asString() + "\"");
    assertThat(next.path("items").size()).isEqualTo(3);
    assertThat(next.path("next").isNull()).isTrue();
    String everywhere =
        town.service.post("/api/duplicates/search", "{\"limit\":1000}").body().toString();
    assertThat(everywhere).as("all over the register too").contains("\"id\":" + sameDocument);
  }

  @Test
  void whoIsTypedInIsRecognised() {
    String number18 = "11010519491231002X";
    String citizen = ",\"documentType\":\"CITIZEN_ID\",\"documentNumber\":\"";
    long known = person(citizen + number18 + "\"");
    long namesake =
        person(",\"birthDate\":\"1985-05-05\",\"registeredAddress\":\"试城" + road + "1号101室\"");
    JsonNode byDocument =
        town.service
            .post("/api/duplicates/check", "{\"name\":\"谁\"" + citizen + "110105491231002\"}")
            .body();
    assertThat(byDocument.toString()).as("of 15 digits too").contains("\"id\":" + known);
    assertThat(byDocument.toString()).contains("110***********002X").doesNotContain(number18);
    String typed = "{\"name\":\"" + name + "\",\"birthDate\":\"1985-05-05\"";
    JsonNode byAddress =
        town.service.post("/api/duplicates/check", typed + ",\"unit\":" + unit + "}").body();
    assertThat(byAddress.path("items").get(0).path("person").path("id").asLong())
        .isEqualTo(namesake);
    assertThat(byAddress.path("items").get(0).path("reasons").get(0).path("code").asString())
        .isEqualTo("SAME_UNIT");
    JsonNode similar =
        town.service
            .post("/api/duplicates/check", typed + ",\"registeredAddress\":\"" + road + "１号101房\"}")
            .body();
    assertThat(similar.path("items").get(0).path("reasons").get(0).path("code").asString())
        .isEqualTo("SIMILAR_ADDRESS");
    assertThat(town.service.post("/api/duplicates/check", typed + "}").body().path("items").size())
        .as("a name and a birth date are no proof")
        .isZero();
  }
}
