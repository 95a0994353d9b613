package org.shuangshi.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import tools.jackson.databind.JsonNode;

/** Somebody erased is nowhere any more, everything still adds up, and it took two. */
class ErasureApiTest {
  private static final PersonSeal SEAL = new PersonSeal(TestKeys.ring());
  private static final String WEST = "/api/grids/339901001001001";
  private static final String DAY = "asOf=2026-11-24";

  @TempDir Path folder;
  private ErasedTown town;

  @BeforeEach
  void begin() throws Exception {
    town = new ErasedTown(folder);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static String code(Answer answer) {
    return answer.body().path("code").asString();
  }

  private long asked() {
    return ErasedTown.ok(201, town.asks("/api/erasures", ErasedTown.askFor(town.she)))
        .body()
        .path("id")
        .asLong();
  }

  private JsonNode body(String path) {
    return ErasedTown.ok(200, town.service().get(path)).body();
  }

  /** What sealed values of the register come to, opened. */
  private String opened() {
    StringBuilder all = new StringBuilder();
    for (List<String> row :
        town.service().rows("SELECT id, document_number::text, phone::text FROM register.person")) {
      String whose = PersonSeal.of(Long.parseLong(row.get(0)));
      all.append(SEAL.open(whose, PersonSeal.NUMBER, row.get(1)))
          .append(' ')
          .append(SEAL.open(whose, PersonSeal.PHONE, row.get(2)))
          .append('\n');
    }
    return all.toString();
  }

  @Test
  void nothingThatTellsWhoItWasIsLeftAnywhere() {
    String hashes =
        SEAL.numberHash("CITIZEN_ID", ErasedTown.NUMBER) + " " + SEAL.tailHash(ErasedTown.NUMBER);
    List<String> secrets = new ArrayList<>(ErasedTown.SECRETS);
    secrets.addAll(List.of(hashes.replace("\\", "\\\\").split(" ")));
    String before = town.everything() + opened();
    for (String secret : secrets) {
      assertThat(before).as("known before").contains(secret);
    }
    String he = "司马望舒";
    town.erase();
    String after = town.everything() + opened();
    for (String secret : secrets) {
      assertThat(after).doesNotContain(secret);
    }
    assertThat(after).contains(he).contains("34052419800101001X").contains("水表正常");
    assertThat(town.number("SELECT count(*) FROM register.person WHERE erased_at IS NOT NULL"))
        .as("all versions of both")
        .isEqualTo(
            town.number(
                "SELECT count(*) FROM register.person WHERE id IN (%d, %d)"
                    .formatted(town.she, town.herOther)))
        .isGreaterThan(3);
  }

  @Test
  void whatIsCountedStaysTheSame() {
    List<JsonNode> before = counts();
    town.erase();
    assertThat(counts()).isEqualTo(before);
  }

  private List<JsonNode> counts() {
    List<JsonNode> all = new ArrayList<>();
    for (String grid : List.of(WEST, "/api/grids/339901001001002")) {
      all.add(body(grid + "/summary?" + DAY));
      all.add(body(grid + "/units?" + DAY));
      all.add(body(grid + "/households?" + DAY));
    }
    String city = "{\"within\":{\"region\":\"3399\"},\"asOf\":\"2026-11-24\"}";
    all.add(town.service().post("/api/registrations/count", city).body());
    all.add(town.service().post("/api/people/count", city).body());
    all.add(town.service().post("/api/units/count", city).body());
    String cells = town.service().rows("SELECT c::text FROM register.cell c ORDER BY 1").toString();
    all.add(tools.jackson.databind.node.StringNode.valueOf(cells));
    return all;
  }

  @Test
  void itTakesTwo() throws Exception {
    long request = asked();
    assertThat(code(town.asks("/api/erasures/" + request + "/confirm", "")))
        .isEqualTo("erasure.own");
    assertThat(code(town.confirms("/api/erasures", ErasedTown.askFor(town.she))))
        .isEqualTo("erasure.open");
    List<String> before = facts();
    long asker = town.number("SELECT id FROM access.account WHERE name = 'asking'");
    for (String sql :
        List.of(
            "SELECT * FROM access.erasure_words(" + request + ")",
            "UPDATE access.erasure SET asked_by = 1",
            "INSERT INTO access.erasure (person_id, basis, why, asked_by) VALUES (501, 'REQUEST',"
                + " 'x', 1)",
            "INSERT INTO access.erased_key VALUES ('x', 1, 501)",
            "UPDATE register.person SET name = register.erased_name()")) {
      try (Connection service = town.database().register().asService().connect();
          Statement statement = service.createStatement()) {
        statement.execute("SET registry.account = '" + asker + "'");
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
    assertThat(facts()).isEqualTo(before);
    Answer done = ErasedTown.ok(200, town.confirms("/api/erasures/" + request + "/confirm", ""));
    assertThat(done.body().path("decision").asString()).isEqualTo("CONFIRMED");
    assertThat(done.body().at("/person/label").asString()).isEqualTo("（已删除）");
    assertThat(done.body().path("others").get(0).asLong()).isEqualTo(town.herOther);
    assertThat(done.body().path("why").asString()).isEqualTo("（已删除）来函要求删除");
    assertThat(code(town.confirms("/api/erasures/" + request + "/confirm", "")))
        .isEqualTo("erasure.decided");
    assertThat(code(town.asks("/api/erasures", ErasedTown.askFor(town.she))))
        .isEqualTo("person.erased");
    assertThat(
            town.service()
                .rows(
                    "SELECT who || ' ' || what || ' ' || target FROM access.event WHERE what LIKE"
                        + " 'erasure.%' ORDER BY id")
                .toString())
        .contains("asking erasure.asked person:" + town.she)
        .contains("confirming erasure.confirmed person:" + town.she);
  }

  @Test
  void whatIsRefusedOrTakenBackChangesNothing() {
    long request = asked();
    String people = town.service().rows("SELECT p::text FROM register.person p").toString();
    assertThat(code(town.confirms("/api/erasures/" + request + "/refuse", "{\"why\":\"\"}")))
        .isEqualTo("why.missing");
    Answer refused =
        ErasedTown.ok(200, town.asks("/api/erasures/" + request + "/refuse", "{\"why\":\"弄错了人\"}"));
    assertThat(refused.body().path("decision").asString()).isEqualTo("REFUSED");
    assertThat(code(town.confirms("/api/erasures/" + request + "/confirm", "")))
        .isEqualTo("erasure.decided");
    assertThat(town.service().rows("SELECT p::text FROM register.person p").toString())
        .isEqualTo(people);
    long again = asked();
    JsonNode open = body("/api/erasures?open=true&person=" + town.she).path("items");
    assertThat(open.size()).isOne();
    assertThat(open.get(0).path("id").asLong()).isEqualTo(again);
    JsonNode page = body("/api/erasures?limit=1");
    assertThat(page.path("items").get(0).path("id").asLong()).isEqualTo(again);
    assertThat(
            body("/api/erasures?limit=1&after=" + page.path("next").asString())
                .path("items")
                .get(0)
                .path("id")
                .asLong())
        .isEqualTo(request);
  }

  @Test
  void whoErasesElsewhereNeitherAsksNorDecidesHere() {
    Accounts accounts = new Accounts(town.service());
    String elsewhere = accounts.program("elsewhere");
    town.database()
        .execute(
            "INSERT INTO access.role_grant (account_id, role_id, region_id, days, granted_by)"
                + " SELECT a.id, r.id, 12, '[2020-01-01,)', 'test' FROM access.account a,"
                + " access.role r WHERE a.name = 'elsewhere' AND r.name = 'steward'");
    assertThat(code(town.post(elsewhere, "/api/erasures", ErasedTown.askFor(town.she))))
        .isEqualTo("thing.unknown");
    long request = asked();
    assertThat(code(town.post(elsewhere, "/api/erasures/" + request + "/confirm", "")))
        .isEqualTo("erasure.unknown");
    Answer list =
        town.service()
            .send(
                town.service()
                    .request("/api/erasures")
                    .header("Authorization", "Bearer " + elsewhere));
    assertThat(list.body().path("items").size()).isZero();
  }

  /** Whatever stops it before its end, all is as it was. */
  @Test
  void stoppedOnTheWayNothingIsErased() {
    long request = asked();
    List<String> before = facts();
    town.database()
        .execute(
            "ALTER TABLE access.event ADD CONSTRAINT full_disk CHECK (what <> 'erasure.confirmed')"
                + " NOT VALID");
    Answer answer = town.confirms("/api/erasures/" + request + "/confirm", "");
    town.database().execute("ALTER TABLE access.event DROP CONSTRAINT full_disk");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(facts()).isEqualTo(before);
    ErasedTown.ok(200, town.confirms("/api/erasures/" + request + "/confirm", ""));
  }

  /** All but what the log and sessions note of every request. */
  private List<String> facts() {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of(
            "register.person",
            "register.evidence",
            "register.change",
            "identity.person",
            "identity.residence",
            "access.erasure",
            "access.erased_key",
            "access.erased_thing")) {
      all.add(town.service().rows("SELECT t::text FROM " + table + " t ORDER BY 1").toString());
    }
    return all;
  }

  @Test
  void theSameFileDoesNotBringThemBack() throws Exception {
    town.erase();
    long people = town.number("SELECT count(*) FROM identity.person");
    ImportSummary summary = town.bring();
    assertThat(summary.rejected()).isOne();
    assertThat(summary.files().get(0).issues())
        .filteredOn(issue -> issue.code().equals("person.erased"))
        .hasSize(1)
        .allSatisfy(issue -> assertThat(issue.count()).isOne());
    assertThat(town.number("SELECT count(*) FROM identity.person")).isEqualTo(people);
    assertThat(town.everything()).doesNotContain(ErasedTown.NAME).contains("司马望舒");
  }

  @Test
  void nobodyFillsInAgainButLifeGoesOn() {
    town.erase();
    String path = "/api/things/person/" + town.she;
    JsonNode card = body(path + "?" + DAY);
    assertThat(card.path("erasedAt").asString()).isNotEmpty();
    assertThat(card.path("label").asString()).isEqualTo("（已删除）");
    Answer filled =
        town.service()
            .post(
                path + "/change",
                "{\"why\":\"补录\",\"from\":\"2026-11-01\",\"values\":{\"phone\":\"13900000000\"}}",
                card.path("etag").asString());
    assertThat(filled.status()).isEqualTo(409);
    assertThat(code(filled)).isEqualTo("person.erased");
    Answer left =
        town.service()
            .post(
                "/api/persons/" + town.she + "/die",
                "{\"why\":\"死亡注销\",\"from\":\"2026-11-20\"}",
                card.path("etag").asString());
    assertThat(left.status()).as(left.body().toString()).isEqualTo(204);
    assertThat(
            town.number(
                "SELECT count(*) FROM register.person WHERE erased_at IS NULL AND id = "
                    + town.she))
        .as("versions written since are erased too")
        .isZero();
  }
}
