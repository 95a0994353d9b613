package org.shuangshi.registry.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.year.DayBook.Known;
import tools.jackson.databind.JsonNode;

/**
 * A year of one grid over the API: whatever day and instant is asked about, the book of days says
 * the same.
 */
class YearOfAGridTest {
  private static final TestDatabase database = emptyGrid();
  private static final RunningService service = RunningService.over(database);
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int HOUSES = 4;
  private static final int FLATS = 10;
  private static final int PAIRS = 200;

  private final Random random = new Random(2026);
  private final Village village = new Village(service);
  private final List<Long> houses = new ArrayList<>();
  private final Map<Long, List<Long>> flats = new LinkedHashMap<>();
  private final List<Long> addresses = new ArrayList<>();
  private final List<Instant> marks = new ArrayList<>();
  private LocalDate day = LocalDate.of(2026, 2, 1);

  private static TestDatabase emptyGrid() {
    TestDatabase made = new TestDatabase();
    made.execute(
        """
        SET search_path = register, public;
        INSERT INTO change (who, why, source, kind) VALUES ('fixture', 'test', 'test', 'IMPORT');
        INSERT INTO identity.region (id, source, key) SELECT i, 'fixture', i FROM unnest(ARRAY[1, 2, 3, 11]) i;
        INSERT INTO identity.grid (id, source, key) VALUES (41, 'fixture', '41');
        INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom)
        SELECT id, '[2020-01-01,)', 1, level, code, name, parent, ST_Multi(ST_MakeEnvelope(120, 30, 120.02, 30.02, 4490))
        FROM (VALUES (1, 'CITY', '3399', '双河市', NULL), (2, 'DISTRICT', '339901', '东城区', 1),
                     (3, 'STREET', '339901001', '河滨街道', 2), (11, 'COMMUNITY', '339901001001', '柳岸社区', 3))
             r (id, level, code, name, parent);
        INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)
        VALUES (41, '[2020-01-01,)', 1, '339901001001001', '柳岸网格', 11,
                ST_Multi(ST_MakeEnvelope(120, 30, 120.02, 30.02, 4490)))
        """);
    return made;
  }

  @AfterAll
  static void stop() {
    service.close();
    database.close();
  }

  @Test
  void everyAnswerIsTheBooksAtEveryStepAndForRandomPairs() {
    long road = build();
    check();
    long family = family(flat(0, 0));
    check();
    long child = village.arrive(next(), "339901001001", flat(0, 0), family, "FAMILY", "CHILD");
    check();
    long other = family(flat(0, 1));
    long grown = village.arrive(next(), "339902001", flat(0, 1), other, "FAMILY", "CHILD");
    check();
    play(12);
    village.change(
        "person", grown, next(), "registeredRegionCode", "339901001001"); // registered elsewhere
    check();
    long third = village.split(other, next(), grown, flat(0, 2));
    check();
    village.merge(third, family, next(), flat(0, 0));
    check();
    long visit = visit(flat(0, 0), "EMPTY");
    check();
    village.split(family, next(), grown, flat(0, 0));
    check();
    play(10);
    village.withdraw("evidence", visit);
    check();
    village.depart(child, next(), true, null); // a death
    check();
    village.rename(road, next(), "人民路", "解放路", addresses);
    check();
    long shop =
        village.begin(
            "organisation", next(), Map.of("unit", id(flat(1, 0))), "'name':'面馆','kind':'SHOP'");
    check();
    long lease = village.begin("tenancy", next(), Map.of("unit", id(flat(1, 1))), "");
    check();
    play(10);
    village.end("organisation", shop, next());
    village.end("tenancy", lease, next());
    check();
    village.correct(
        "person", grown, START.plusDays(80), day, "registeredRegionCode", "110101"); // back-dated
    check();
    village.demolish(houses.get(2), next(), flatsOf(2));
    flats.remove(houses.get(2));
    check();
    List<Long> all = List.copyOf(flatsOf(3));
    List<Long> born =
        village.splitBuilding(
            houses.get(3),
            next(),
            List.of(all.subList(0, 4), all.subList(4, FLATS)),
            List.of(house(3, 0.0001), house(4, 0.0001)));
    houses.addAll(born);
    check();
    village.moveHousehold(other, day.plusDays(90), flat(1, 5)); // to come
    check();
    long leaving = family(flat(1, 6));
    check();
    village.leave(leaving, next());
    check();
    play(14);
    randomPairs();
    codes();
  }

  private long build() {
    long road =
        village.begin(
            "road",
            START,
            Map.of("name", "人民路"),
            "'class':'LANE','geometry':{'type':'LineString','coordinates':[[120,30.01],[120.02,30.01]]}");
    for (int i = 0; i < HOUSES; i++) {
      long house =
          village.begin(
              "building",
              START,
              Map.of("status", "STANDING"),
              "'use':'RESIDENTIAL'," + house(i, 0.0002));
      houses.add(house);
      for (int n = 0; n < FLATS; n++) {
        Map<String, String> says = new TreeMap<>();
        says.put("building", id(house));
        says.put("use", n == 9 ? "GARAGE" : "DWELLING");
        if (n < 3) {
          long address =
              village.begin(
                  "address",
                  START,
                  Map.of("road", "人民路", "doorNumber", (i + 1) + "号", "room", (n + 1) + "室"),
                  "'city':'双河市','district':'东城区','street':'河滨街道'");
          addresses.add(address);
          says.put("address", id(address));
        }
        flats
            .computeIfAbsent(house, of -> new ArrayList<>())
            .add(
                village.begin(
                    "unit", START, says, "'floor':%d,'room':'%d'".formatted(1 + n / 2, n + 1)));
      }
    }
    return road;
  }

  private static String house(int number, double wide) {
    double west = 120.001 + number * 0.0004;
    return "'geometry':{'type':'Polygon','coordinates':[[[%1$s,30.001],[%2$s,30.001],[%2$s,30.0012],[%1$s,30.0012],[%1$s,30.001]]]}"
        .formatted(west, west + wide);
  }

  private long family(long flat) {
    LocalDate from = next();
    long household = village.family(from, flat);
    village.arrive(from, "339901001001", flat, household, "OWNER", "HEAD");
    return household;
  }

  private long visit(long flat, String finding) {
    return village.begin(
        "evidence", next(), Map.of("unit", id(flat), "finding", finding), "'kind':'VISIT'");
  }

  /** Lodgers come, move and go; visits; statements about days long past. */
  private void play(int steps) {
    List<Long> lodgers = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      long flat = flat(random.nextInt(2), 3 + random.nextInt(5));
      long someone = lodgers.isEmpty() ? 0 : lodgers.get(random.nextInt(lodgers.size()));
      switch (lodgers.isEmpty() ? 0 : random.nextInt(6)) {
        case 0 ->
            lodgers.add(
                village.arrive(
                    next(),
                    random.nextBoolean() ? "110101" : "339901001001",
                    flat,
                    null,
                    "LODGER",
                    ""));
        case 1 -> village.move(someone, next(), flat, random.nextBoolean() ? "TENANT" : "OWNER");
        case 2 -> {
          village.depart(someone, next(), false, null);
          lodgers.remove(someone);
        }
        case 3 -> visit(flat, random.nextBoolean() ? "EMPTY" : "NO_ANSWER");
        case 4 ->
            village.correct(
                "person",
                someone,
                START,
                day.plusDays(1L + random.nextInt(20)),
                "registeredRegionCode",
                "339902001");
        default ->
            village.change(
                "person",
                someone,
                day,
                "registeredRegionCode",
                "33990100" + (1 + random.nextInt(3)));
      }
      check();
    }
  }

  private LocalDate next() {
    day = day.plusDays(1 + random.nextInt(4));
    return day;
  }

  private List<Long> flatsOf(int house) {
    return java.util.Objects.requireNonNull(flats.get(houses.get(house)));
  }

  private long flat(int house, int number) {
    return flatsOf(house).get(number);
  }

  private static String id(long id) {
    return String.valueOf(id);
  }

  /** What is so now, and on a day before and one to come. */
  private void check() {
    Instant now = Instant.now();
    marks.add(now);
    Known known = village.book.at(now);
    for (LocalDate each : List.of(day, START.plusDays(random.nextInt(300)), day.plusDays(100))) {
      compare(known, each, null);
    }
  }

  private void randomPairs() {
    for (int i = 0; i < PAIRS; i++) {
      Instant then = marks.get(random.nextInt(marks.size()));
      compare(village.book.at(then), START.plusDays(random.nextInt(400)), then);
    }
  }

  private void compare(Known known, LocalDate asOf, @Nullable Instant knownAt) {
    GridModel model = new GridModel(known, asOf);
    String when = "asOf=" + asOf + (knownAt == null ? "" : "&knownAt=" + knownAt);
    String grid = "/api/grids/" + Village.GRID;
    Map<Long, String> units = new TreeMap<>();
    items(grid + "/units?limit=1000&" + when)
        .forEach(
            unit ->
                units.put(
                    unit.path("id").asLong(),
                    unit.path("occupancy").asString()
                        + (unit.path("basis").isNull() ? "" : " " + unit.path("basis").asString())
                        + (unit.path("contradiction").asBoolean() ? " !" : "")
                        + " "
                        + unit.path("address").asString("-")));
    assertThat(units).as("units %s", when).isEqualTo(model.units());
    Map<Long, String> people = new TreeMap<>();
    items(grid + "/people?limit=1000&" + when)
        .forEach(
            person ->
                people.put(
                    person.path("id").asLong(),
                    person.path("kind").asString()
                        + " "
                        + person.path("unit").path("id").asString()));
    assertThat(people).as("people %s", when).isEqualTo(model.people());
    Map<Long, String> households = new TreeMap<>();
    items(grid + "/households?limit=1000&" + when)
        .forEach(
            each ->
                households.put(
                    each.path("id").asLong(),
                    each.path("unit").path("id").asString()
                        + " "
                        + each.path("members").asString()));
    assertThat(households).as("households %s", when).isEqualTo(model.households());
    summary(get(grid + "/summary?" + when), model, when);
    long house = houses.get(random.nextInt(houses.size()));
    Answer chart = service.get("/api/buildings/" + house + "/chart?" + when);
    if (chart.status() == 200) {
      Map<Long, Integer> rooms = new TreeMap<>();
      for (JsonNode entrance : chart.body().path("entrances")) {
        for (JsonNode floor : entrance.path("floors")) {
          floor
              .path("units")
              .forEach(unit -> rooms.put(unit.path("id").asLong(), unit.path("people").asInt()));
        }
      }
      assertThat(rooms).as("chart of %d %s", house, when).isEqualTo(model.chart(house));
    }
    cards(known, asOf, when);
  }

  private static void summary(JsonNode summary, GridModel model, String when) {
    Map<String, Integer> states = new TreeMap<>();
    model.units().values().forEach(unit -> states.merge(unit.split(" ")[0], 1, Integer::sum));
    for (String state : List.of("OCCUPIED", "VERIFIED_VACANT", "UNLINKED", "UNVISITED")) {
      assertThat(summary.path("unitsByOccupancy").path(state).asInt())
          .as("%s %s", state, when)
          .isEqualTo(states.getOrDefault(state, 0));
    }
    Map<String, Integer> kinds = new TreeMap<>();
    model.people().values().forEach(person -> kinds.merge(person.split(" ")[0], 1, Integer::sum));
    for (String kind : List.of("REGISTERED", "SEPARATED", "FLOATING", "UNKNOWN")) {
      assertThat(summary.path("people").path("byKind").path(kind).asInt())
          .as("%s %s", kind, when)
          .isEqualTo(kinds.getOrDefault(kind, 0));
    }
    assertThat(summary.path("buildings").asInt()).as(when).isEqualTo(model.buildings().size());
    assertThat(summary.path("households").asInt()).as(when).isEqualTo(model.households().size());
    assertThat(summary.path("organisations").asInt()).as(when).isEqualTo(model.organisations());
    assertThat(summary.path("contradictions").asInt())
        .as("contradictions %s", when)
        .isEqualTo(
            (int) model.units().values().stream().filter(unit -> unit.contains(" ! ")).count());
  }

  /** Cards of some of all that was ever touched. */
  private void cards(Known known, LocalDate asOf, String when) {
    for (Map.Entry<String, List<Long>> kind : village.touched.entrySet()) {
      long id = kind.getValue().get(random.nextInt(kind.getValue().size()));
      Map<String, String> expected = known.thing(kind.getKey(), id).on(asOf);
      Answer card = service.get("/api/things/" + kind.getKey() + "/" + id + "?" + when);
      assertThat(card.status())
          .as("%s %d %s", kind.getKey(), id, when)
          .isEqualTo(expected == null ? 404 : 200);
      if (expected != null) {
        expected.forEach(
            (field, value) ->
                assertThat(card.body().path("values").path(field).asString())
                    .as("%s %d %s %s", kind.getKey(), id, field, when)
                    .isEqualTo(value));
      }
    }
  }

  private static void codes() {
    for (String asOf : new TreeSet<>(List.of("2026-03-01", "2027-01-01"))) {
      JsonNode holder = get("/api/codes/" + Village.GRID + "?asOf=" + asOf);
      assertThat(holder.path("id").asLong()).isEqualTo(41);
      assertThat(holder.path("held").asBoolean()).isTrue();
    }
  }

  private static JsonNode get(String path) {
    Answer answer = service.get(path);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode items(String path) {
    JsonNode page = get(path);
    assertThat(page.path("next").isNull()).isTrue();
    return page.path("items");
  }
}
