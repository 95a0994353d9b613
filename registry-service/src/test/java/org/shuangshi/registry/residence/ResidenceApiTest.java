package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;

class ResidenceApiTest {
  private final Town town = new Town();
  private final long a = town.unit("A");
  private final long b = town.unit("B");
  private final long household = town.household(a);
  private final long father = town.person("父", a, household, "HEAD");
  private final long mother = town.person("母", a, household, "SPOUSE");
  private final long son = town.person("子", a, household, "CHILD");

  private static final String BEFORE = "2026-05-31";
  private static final String AFTER = "2026-06-01";
  private static final String FROM = "\"why\":\"试验\",\"from\":\"2026-06-01\"";

  private String state(long unit, String day) throws SQLException {
    return town.text(
        "SELECT state FROM unit_occupancy WHERE unit_id = "
            + unit
            + " AND valid @> DATE '"
            + day
            + "'");
  }

  @Test
  void aHouseholdMovesWithAllWhoLiveInIt() throws SQLException {
    Answer moved = town.verb("household", household, "move", "{" + FROM + ",\"unit\":" + b + "}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(204);
    assertThat(town.members(household, BEFORE)).isEqualTo("子:CHILD@A 母:SPOUSE@A 父:HEAD@A");
    assertThat(town.members(household, AFTER)).isEqualTo("子:CHILD@B 母:SPOUSE@B 父:HEAD@B");
    assertThat(state(a, BEFORE)).isEqualTo("OCCUPIED");
    assertThat(state(a, AFTER)).isEqualTo("UNVISITED");
    assertThat(state(b, AFTER)).isEqualTo("OCCUPIED");
    Answer again = town.verb("household", household, "move", "{" + FROM + ",\"unit\":" + b + "}");
    assertThat(again.body().path("code").asString()).isEqualTo("household.same-unit");
  }

  @Test
  void theSonTakesAHouseholdOfHisOwn() throws SQLException {
    Answer split =
        town.verb(
            "household",
            household,
            "split",
            "{" + FROM + ",\"members\":[" + son + "],\"head\":" + son + ",\"unit\":" + b + "}");
    long born = Town.id(split);
    assertThat(town.members(household, AFTER)).isEqualTo("母:SPOUSE@A 父:HEAD@A");
    assertThat(town.members(born, AFTER)).isEqualTo("子:HEAD@B");
    assertThat(town.members(born, BEFORE)).isEqualTo("null");
    assertThat(
            town.text(
                "SELECT relation FROM lineage WHERE from_id = "
                    + household
                    + " AND to_id = "
                    + born))
        .isEqualTo("SPLIT_INTO");
  }

  @Test
  void aHouseholdIsNotLeftWithoutAHead() throws SQLException {
    String members = "\"members\":[" + father + "],\"head\":" + father;
    Answer split = town.verb("household", household, "split", "{" + FROM + "," + members + "}");
    assertThat(split.status()).isEqualTo(409);
    assertThat(split.body().path("code").asString()).isEqualTo("household.no-head");
    assertThat(town.members(household, AFTER)).isEqualTo("子:CHILD@A 母:SPOUSE@A 父:HEAD@A");
    Answer named =
        town.verb(
            "household",
            household,
            "split",
            "{" + FROM + "," + members + ",\"newHead\":" + mother + "}");
    assertThat(named.status()).as(named.body().toString()).isEqualTo(201);
    assertThat(town.members(household, AFTER)).isEqualTo("子:CHILD@A 母:HEAD@A");
    assertThat(town.members(named.body().path("id").asLong(), AFTER)).isEqualTo("父:HEAD@A");
  }

  @Test
  void twoHouseholdsBecomeOne() throws SQLException {
    long other = town.household(b);
    town.person("祖", b, other, "HEAD");
    Answer merged =
        town.verb("household", other, "merge", "{" + FROM + ",\"into\":" + household + "}");
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(204);
    assertThat(town.members(household, AFTER)).isEqualTo("子:CHILD@A 母:SPOUSE@A 父:HEAD@A 祖:OTHER@A");
    assertThat(town.service.get("/api/things/household/" + other + "?asOf=" + AFTER).status())
        .isEqualTo(404);
    assertThat(town.members(other, BEFORE)).isEqualTo("祖:HEAD@B");
  }

  @Test
  void aPersonMovesLeavesAndDies() throws SQLException {
    Answer moved =
        town.verb(
            "person",
            son,
            "move",
            "{" + FROM + ",\"residence\":{\"unit\":" + b + ",\"role\":\"TENANT\"}}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(204);
    assertThat(town.members(household, AFTER)).isEqualTo("母:SPOUSE@A 父:HEAD@A");
    assertThat(state(b, AFTER)).isEqualTo("OCCUPIED");
    assertThat(
            town.verb("person", son, "leave", "{\"why\":\"出国\",\"from\":\"2026-07-01\"}").status())
        .isEqualTo(204);
    assertThat(state(b, "2026-07-01")).isEqualTo("UNVISITED");
    Answer nobody = town.verb("person", father, "die", "{\"why\":\"去世\",\"from\":\"2026-08-01\"}");
    assertThat(nobody.body().path("code").asString()).isEqualTo("household.no-head");
    Answer died =
        town.verb(
            "person",
            father,
            "die",
            "{\"why\":\"去世\",\"from\":\"2026-08-01\",\"newHead\":" + mother + "}");
    assertThat(died.status()).as(died.body().toString()).isEqualTo(204);
    assertThat(town.members(household, "2026-08-01")).isEqualTo("母:HEAD@A");
    assertThat(town.service.get("/api/things/person/" + father + "?asOf=2026-08-01").status())
        .isEqualTo(404);
  }

  @Test
  void theLastWhoLeavesEndsTheHousehold() throws SQLException {
    assertThat(town.verb("household", household, "leave", "{" + FROM + "}").status())
        .isEqualTo(204);
    assertThat(town.members(household, AFTER)).isEqualTo("null");
    assertThat(town.service.get("/api/things/household/" + household + "?asOf=" + AFTER).status())
        .isEqualTo(404);
    assertThat(state(a, AFTER)).isEqualTo("UNVISITED");
  }
}
