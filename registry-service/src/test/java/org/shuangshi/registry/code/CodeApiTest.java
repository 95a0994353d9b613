package org.shuangshi.registry.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

class CodeApiTest {
  private static final RunningService service = RunningService.shared();
  private static final RunningService writable = RunningService.forWriting();

  private static JsonNode holder(String code, String asOf) {
    return service.get("/api/codes/" + code + "?asOf=" + asOf).body();
  }

  @Test
  void aCodeAnswersItsHolderOfTheDay() {
    JsonNode then = holder("339901001001001", "2026-05-31");
    assertThat(then.path("id").asLong()).isEqualTo(44);
    assertThat(then.path("to").asString()).isEqualTo("2026-06-01");
    assertThat(then.path("held").asBoolean()).isTrue();
    assertThat(holder("339901001001001", "2026-06-01").path("id").asLong()).isEqualTo(41);
    assertThat(holder("3399", "2026-06-01").path("kind").asString()).isEqualTo("region");
  }

  @Test
  void nobodyEverHadIt() {
    assertThat(service.get("/api/codes/1234").status()).isEqualTo(404);
    assertThat(holder("3399", "2019-12-31").path("code").asString()).isEqualTo("code.unknown");
  }

  @Test
  void aCodeNobodyHasAnswersItsLastHolderAndWhatReplacedThatOne() {
    String born =
        "WITH c AS (INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'PLAN') RETURNING id),"
            + " i AS (INSERT INTO identity.grid (source, key) VALUES ('t', 'code %1$s') RETURNING id)"
            + " INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)"
            + " SELECT i.id, daterange(%2$s), c.id, '%1$s', '格', 12,"
            + " ST_Multi(ST_MakeEnvelope(132, 42, 132.01, 42.01, 4490)) FROM c, i RETURNING id";
    String first = id(born.formatted("339901001002801", "'2020-01-01', '2025-01-01'"));
    String second = id(born.formatted("339901001002802", "'2025-01-01', '2026-01-01'"));
    String third = id(born.formatted("339901001002803", "'2026-01-01', NULL"));
    replaced(first, second, "2025-01-01");
    replaced(second, third, "2026-01-01");
    JsonNode holder = writable.get("/api/codes/339901001002801?asOf=2025-06-01").body();
    assertThat(holder.path("id").asString()).isEqualTo(first);
    assertThat(holder.path("held").asBoolean()).isFalse();
    assertThat(holder.path("supersededBy")).hasSize(1);
    assertThat(holder.path("supersededBy").get(0).path("id").asString()).isEqualTo(second);
    assertThat(
            writable
                .get("/api/codes/339901001002801?asOf=2026-06-01")
                .body()
                .path("supersededBy")
                .get(0)
                .path("code")
                .asString())
        .isEqualTo("339901001002803");
  }

  private static void replaced(String from, String to, String day) {
    id(
        "WITH c AS (INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'PLAN') RETURNING id),"
            + " i AS (INSERT INTO identity.lineage (source, key) VALUES ('t', '%1$s-%2$s') RETURNING id)"
                .formatted(from, to)
            + " INSERT INTO lineage (id, valid, opened_by, kind, from_id, to_id, relation)"
            + " SELECT i.id, daterange('%3$s', NULL), c.id, 'GRID', %1$s, %2$s, 'REPLACED_BY' FROM c, i RETURNING id"
                .formatted(from, to, day));
  }

  private static String id(String insert) {
    return String.valueOf(writable.rows(insert).get(0).get(0));
  }
}
