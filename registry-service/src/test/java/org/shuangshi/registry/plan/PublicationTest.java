package org.shuangshi.registry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.plan.Planners.Planner;

/** A plan becomes so in one transaction, and is taken back in one. */
class PublicationTest {
  private static final String SPLIT = "[[119.999,30.009],[120.01,30.009]]";

  /** What the register believes of grids, posts, descent and outlines of communities. */
  private static final String BELIEVED =
      """
      SELECT 'grid', id, valid::text, concat_ws('|', code, name, kind, setting, community_id, ST_AsText(geom)) FROM register.grid WHERE upper_inf(recorded)
      UNION ALL SELECT 'post', id, valid::text, concat_ws('|', grid_id, role, name, phone) FROM register.staff_post WHERE upper_inf(recorded)
      UNION ALL SELECT 'descent', id, valid::text, concat_ws('|', from_id, to_id, relation) FROM register.lineage WHERE upper_inf(recorded)
      UNION ALL SELECT 'region', id, valid::text, ST_AsText(geom) FROM register.region WHERE upper_inf(recorded)
      UNION ALL SELECT 'link', building_id, valid::text, grid_id::text FROM register.building_grid
      UNION ALL SELECT 'estate', estate_id, valid::text, grid_id::text FROM register.estate_grid
      UNION ALL SELECT 'unit', unit_id, since::text, grid_id::text FROM register.unit_building
      UNION ALL SELECT 'person', person_id, until::text, concat_ws('|', since, grid_id) FROM register.person_place
      ORDER BY 1, 2, 3, 4""";

  private static final Planners town = new Planners();
  private static String tomorrow;
  private static Planner drawer;
  private static Planner approver;

  @BeforeAll
  static void people() {
    tomorrow =
        LocalDate.now(town.service.clock().withZone(java.time.ZoneId.of("Asia/Shanghai")))
            .plusDays(1)
            .toString();
    drawer = town.planner("drawer", "gis", "11");
    approver = town.planner("approver", "gis", "NULL");
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void forget() {
    town.forget();
  }

  @Test
  void tomorrowsGridsAreThoseOfThePlanAndTodaysStayWhatTheyAre() {
    List<List<@Nullable String>> today = grids("current_date");
    long id = split();
    Answer published = drawer.publish(id, tomorrow);
    assertThat(published.status()).as("%s", published.body()).isEqualTo(200);
    assertThat(published.body().path("state").asString()).isEqualTo("PUBLISHED");

    assertThat(grids("current_date")).isEqualTo(today);
    assertThat(grids("'" + tomorrow + "'::date").stream().map(row -> row.get(1)))
        .contains("339901001001001", "339901001001002", "339901001001003");
    // each building is in the grid that covers it, by a count that asks no link
    assertThat(
            town.service.rows(
                "SELECT b.id FROM register.building b WHERE upper_inf(b.recorded) AND b.valid @> date '"
                    + tomorrow
                    + "' AND (SELECT min(g.id) FROM register.grid g WHERE upper_inf(g.recorded) AND g.valid @> date '"
                    + tomorrow
                    + "' AND ST_Covers(g.geom, b.inside_point)) IS DISTINCT FROM (SELECT l.grid_id FROM register.building_grid l"
                    + " WHERE l.building_id = b.id AND l.valid @> date '"
                    + tomorrow
                    + "')"))
        .isEmpty();
    // and so are its units and who lives there
    List<List<@Nullable String>> linked = town.service.rows(BELIEVED);
    town.database.execute("SELECT register.place_all()");
    assertThat(town.service.rows(BELIEVED)).isEqualTo(linked);
    assertThat(linked.stream().filter(row -> List.of("unit", "person").contains(row.get(0))))
        .anyMatch(row -> String.valueOf(row.get(2)).equals(tomorrow))
        .anyMatch(row -> String.valueOf(row.get(3)).startsWith(tomorrow));
    assertThat(
            town.service.rows(
                "SELECT from_id, relation FROM register.lineage WHERE kind = 'GRID' AND opened_by > 2"))
        .containsExactly(List.of("41", "SPLIT_INTO"));
    // the published grids of the city meet edge to edge: nodes went into the ring as well
    assertThat(
            town.service.rows(
                "SELECT ST_NPoints(geom) FROM register.region WHERE id = 11 AND upper_inf(recorded) AND valid @> date '"
                    + tomorrow
                    + "'"))
        .isNotEqualTo(
            town.service.rows(
                "SELECT ST_NPoints(geom) FROM register.region WHERE id = 11 AND upper_inf(recorded) AND valid @> current_date"));
    assertThat(town.service.rows("SELECT kind FROM register.change WHERE id > 2 AND kind <> 'DAY'"))
        .containsExactly(List.of("PLAN"));
    String summary = "/api/grids/339901001001003/summary?asOf=" + tomorrow;
    assertThat(town.service.get(summary).body().path("buildings").asInt()).isEqualTo(1);
    assertThat(town.service.get("/api/grids/339901001001003").status()).isEqualTo(404);
  }

  @Test
  void anOldCodeStillLeadsToWhatBecameOfTheGrid() {
    long id = drawer.begin("合并", Planners.COMMUNITY);
    drawer.change(
        "POST", "/" + id + "/edits", "{\"edits\":[{\"kind\":\"MERGE\",\"grid\":40,\"gone\":41}]}");
    drawer.named(id);
    drawer.passed(id, approver);
    assertThat(drawer.publish(id, tomorrow).status()).isEqualTo(200);
    assertThat(
            town.service.rows(
                "SELECT from_id, to_id, relation FROM register.lineage WHERE kind = 'GRID' AND opened_by > 2"))
        .containsExactly(List.of("41", "40", "MERGED_INTO"));
    Answer code = town.service.get("/api/codes/339901001001001?asOf=" + tomorrow);
    assertThat(code.body().path("supersededBy").findValuesAsString("code"))
        .as("%s", code.body())
        .containsExactly("339901001001002");
    // whoever answered for it does so no more
    assertThat(
            town.service.rows(
                "SELECT count(*) FROM register.staff_post WHERE grid_id = 41 AND upper_inf(recorded) AND valid @> date '"
                    + tomorrow
                    + "'"))
        .containsExactly(List.of("0"));
  }

  @Test
  void whatWasPublishedIsTakenBackAsAWhole() {
    List<List<@Nullable String>> before = town.service.rows(BELIEVED);
    long id = split();
    assertThat(drawer.publish(id, tomorrow).status()).isEqualTo(200);
    assertThat(town.service.rows(BELIEVED)).isNotEqualTo(before);
    Answer undone = drawer.post("/" + id + "/undo", "{\"why\":\"发错了\"}");
    assertThat(undone.status()).as("%s", undone.body()).isEqualTo(200);
    assertThat(town.service.rows(BELIEVED)).isEqualTo(before);
    assertThat(approver.post("/" + id + "/undo", "{\"why\":\"再来\"}").status()).isEqualTo(409);
    assertThat(
            town.service.rows(
                "SELECT u.kind FROM register.change u JOIN register.change c ON c.id = u.undoes WHERE c.kind = 'PLAN'"))
        .containsExactly(List.of("UNDO"));
  }

  @Test
  void whatWasWrittenOfSinceIsNotTakenBack() {
    long id = split();
    drawer.publish(id, tomorrow);
    long next = split();
    assertThat(drawer.publish(next, tomorrow).status()).isEqualTo(200);
    Answer undone = approver.post("/" + id + "/undo", "{\"why\":\"发错了\"}");
    assertThat(undone.body().path("code").asString()).isEqualTo("plan.undo-overtaken");
    assertThat(approver.post("/" + next + "/undo", "{\"why\":\"发错了\"}").status()).isEqualTo(200);
  }

  @Test
  void ofTwoThatPublishAtOnceOneDoes() throws Exception {
    long one = split();
    long other = split();
    ExecutorService two = Executors.newFixedThreadPool(2);
    CountDownLatch ready = new CountDownLatch(2);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (long id : List.of(one, other)) {
        answers.add(
            two.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return drawer.publish(id, tomorrow);
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    } finally {
      two.shutdownNow();
    }
    assertThat(
            town.service.rows(
                "SELECT count(*) FROM register.grid WHERE community_id = 11 AND upper_inf(recorded) AND valid @> date '"
                    + tomorrow
                    + "'"))
        .containsExactly(List.of("3"));
  }

  @Test
  void nothingOfItIsWrittenWhereItsEndFails() {
    long id = split();
    List<List<@Nullable String>> before = town.service.rows(BELIEVED);
    town.database.execute(
        "CREATE FUNCTION pg_temp_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;"
            + " CREATE TRIGGER broken BEFORE UPDATE ON register.change FOR EACH ROW WHEN (OLD.kind = 'PLAN') EXECUTE FUNCTION pg_temp_fail()");
    assertThat(drawer.publish(id, tomorrow).status()).isEqualTo(500);
    assertThat(town.service.rows(BELIEVED)).isEqualTo(before);
    assertThat(drawer.get("/" + id).body().path("state").asString()).isEqualTo("APPROVED");
    town.database.execute("DROP TRIGGER broken ON register.change");
    assertThat(drawer.publish(id, tomorrow).status()).isEqualTo(200);
  }

  @Test
  void aGridThatIsPublishedTodayCanBeDrawnAnewToday() {
    String today = LocalDate.parse(tomorrow).minusDays(1).toString();
    long id = split();
    assertThat(drawer.publish(id, today).status()).isEqualTo(200);
    long next = drawer.begin("当天再改", Planners.COMMUNITY);
    long fresh =
        drawer.document(next).path("grids").findValuesAsString("id").stream()
            .mapToLong(Long::parseLong)
            .max()
            .orElseThrow();
    drawer.change(
        "POST",
        "/" + next + "/edits",
        "{\"edits\":[{\"kind\":\"MERGE\",\"grid\":41,\"gone\":%d}]}".formatted(fresh));
    drawer.named(next);
    drawer.passed(next, approver);
    Answer again = drawer.publish(next, today);
    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(grids("'" + today + "'::date")).hasSize(5);
  }

  private long split() {
    long id = drawer.begin("切开", Planners.COMMUNITY);
    long largest =
        drawer.document(id).path("grids").findValuesAsString("id").stream()
            .mapToLong(Long::parseLong)
            .max()
            .orElseThrow();
    String line = largest > 45 ? "[[119.999,30.004],[120.01,30.004]]" : SPLIT;
    Answer answer = drawer.split(id, largest > 45 ? largest : 41, line);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    drawer.named(id);
    drawer.passed(id, approver);
    return id;
  }

  private List<List<@Nullable String>> grids(String day) {
    return town.service.rows(
        "SELECT id, code, name, ST_AsText(geom) FROM register.grid WHERE upper_inf(recorded) AND valid @> "
            + day
            + " ORDER BY code");
  }
}
