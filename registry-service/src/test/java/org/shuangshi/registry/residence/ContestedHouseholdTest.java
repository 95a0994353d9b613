package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;

/** Fifty hands on one household for a minute. */
class ContestedHouseholdTest {
  private static final int HANDS = 50;
  private static final Duration TIME = Duration.ofSeconds(60);

  private final Town town = new Town();
  private final List<Long> units = List.of(town.unit("A"), town.unit("B"), town.unit("C"));
  private final long household = town.household(units.get(0));
  private final List<Long> persons = new ArrayList<>();
  private final AtomicInteger counted = new AtomicInteger();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

  @Test
  void noUpdateIsLostNoRuleBrokenNobodyLeftWaiting() throws Exception {
    for (int i = 0; i < 5; i++) {
      persons.add(town.person("人" + i, units.get(0), household, i == 0 ? "HEAD" : "CHILD"));
    }
    ExecutorService pool = Executors.newFixedThreadPool(HANDS);
    long end = System.nanoTime() + TIME.toNanos();
    List<Future<?>> all = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      Random random = new Random(hand);
      all.add(
          pool.submit(
              () -> {
                while (System.nanoTime() < end) {
                  act(random);
                }
                return answers;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    pool.shutdown();
    assertThat(answers.keySet())
        .as(
            "every call is answered: done, overtaken, or refused for what the register then held: %s",
            answers)
        .isSubsetOf(200, 201, 204, 400, 404, 409, 412);
    assertThat(answers.getOrDefault(200, new LongAdder()).sum()).isPositive();
    assertThat(answers.getOrDefault(204, new LongAdder()).sum()).isPositive();
    assertThat(
            town.text(
                "SELECT registered_address FROM person WHERE id = "
                    + persons.get(4)
                    + " AND upper_inf(recorded) AND valid @> DATE '2026-11-24'"))
        .as("each counted update is there")
        .isEqualTo(String.valueOf(counted.get()));
    everyRuleHolds();
  }

  private void act(Random random) throws SQLException {
    String from = "\"why\":\"试\",\"from\":\"2026-0" + (2 + random.nextInt(7)) + "-01\"";
    long person = persons.get(random.nextInt(4));
    Answer answer =
        switch (random.nextInt(6)) {
          case 0 ->
              town.verb(
                  "household",
                  household,
                  "move",
                  "{" + from + ",\"unit\":" + units.get(random.nextInt(3)) + "}");
          case 1 ->
              town.verb(
                  "person",
                  person,
                  "move",
                  "{"
                      + from
                      + ",\"residence\":{\"unit\":"
                      + units.get(random.nextInt(3))
                      + ",\"role\":\"FAMILY\"},\"newHead\":"
                      + persons.get(random.nextInt(5))
                      + "}");
          case 2 ->
              town.verb(
                  "household",
                  household,
                  "split",
                  "{"
                      + from
                      + ",\"members\":["
                      + person
                      + "],\"head\":"
                      + person
                      + ",\"newHead\":"
                      + persons.get(random.nextInt(5))
                      + "}");
          case 3 -> {
            String etag = town.etag("person", person);
            yield town.service.post(
                "/api/things/person/" + person + "/change",
                "{" + from + ",\"values\":{\"phone\":\"1" + random.nextInt(1000) + "\"}}",
                etag);
          }
          default -> count();
        };
    answers.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
  }

  /** Reads a number and writes one more, if nobody did meanwhile. */
  private Answer count() throws SQLException {
    String path = "/api/things/person/" + persons.get(4);
    var card = town.service.get(path + "?asOf=2026-01-01").body();
    // the card shows it masked; what is read here may be newer than the card, which then is refused
    int next =
        Integer.parseInt(
            town.text(
                "SELECT coalesce(max(registered_address), '0') FROM person WHERE id = "
                    + persons.get(4)
                    + " AND upper_inf(recorded) AND valid @> DATE '2026-01-01'"));
    Answer answer =
        town.service.post(
            path + "/correct",
            "{\"why\":\"计数\",\"from\":\"2026-01-01\",\"values\":{\"registeredAddress\":\""
                + (next + 1)
                + "\"}}",
            card.path("etag").asString());
    if (answer.status() == 200) {
      counted.incrementAndGet();
    }
    return answer;
  }

  private void everyRuleHolds() throws SQLException {
    String ids = units.toString().replace("[", "ARRAY[").replace("]", "]::bigint[]");
    assertThat(
            town.text(
                "SELECT count(*) FROM occupancy_derive("
                    + ids
                    + ") d FULL JOIN (SELECT * FROM unit_occupancy"
                    + " WHERE unit_id = ANY ("
                    + ids
                    + ")) o USING (unit_id, valid)"
                    + " WHERE (d.state, d.basis) IS DISTINCT FROM (o.state, o.basis)"))
        .as("occupancy kept is occupancy derived")
        .isEqualTo("0");
    String residences =
        "(SELECT r.* FROM residence r WHERE upper_inf(r.recorded) AND r.person_id IN (SELECT unnest("
            + persons.toString().replace("[", "ARRAY[").replace("]", "]::bigint[]")
            + ")))";
    assertThat(
            town.text(
                "SELECT count(*) FROM "
                    + residences
                    + " a JOIN "
                    + residences
                    + " b ON a.person_id = b.person_id AND a.version < b.version AND a.valid && b.valid"
                    + " WHERE a.main AND b.main"))
        .as("one main residence at a time")
        .isEqualTo("0");
    assertThat(
            town.text(
                "SELECT count(*) FROM generate_series(DATE '2026-01-01', DATE '2026-12-01', '1 day') d"
                    + " JOIN LATERAL (SELECT r.household_id, count(*) FILTER (WHERE relation = 'HEAD') AS heads FROM "
                    + residences
                    + " r WHERE r.valid @> d::date AND r.household_id IS NOT NULL GROUP BY 1) h ON h.heads <> 1"
                    + " WHERE d >= DATE '2026-09-01'"))
        .as("each household that is lived in has one head")
        .isEqualTo("0");
    assertThat(
            town.text(
                "SELECT count(*) FROM "
                    + residences
                    + " r WHERE r.household_id IS NOT NULL AND NOT coalesce("
                    + "(SELECT range_agg(h.valid) @> r.valid FROM household h WHERE h.id = r.household_id"
                    + " AND upper_inf(h.recorded)), false)"))
        .as("nobody lives in a household that is not there")
        .isEqualTo("0");
  }
}
