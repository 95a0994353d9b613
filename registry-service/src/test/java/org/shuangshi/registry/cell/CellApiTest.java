package org.shuangshi.registry.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.cell.CellTown.Home;
import org.shuangshi.registry.cell.CellTown.Told;
import org.shuangshi.registry.unit.GeoJson;
import tools.jackson.databind.JsonNode;

/**
 * Numbers of people for who sees no names: those of whole cells, on the first of the month,
 * whatever is drawn; for who sees them as ever.
 */
class CellApiTest {
  private static final String DAY = "2026-11-24";
  private static final String FIRST = "2026-11-01";
  private static final String WEST = "339901001001001";
  private static final int LEAST = 10;
  private static final int SHAPES = 60;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = town();
  private static final Map<String, String> tokens = new HashMap<>();

  private static RunningService town() {
    database.execute(RunningService.fixture());
    try (InputStream in = CellApiTest.class.getResourceAsStream("/cells.sql")) {
      database.execute(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return RunningService.over(database);
  }

  @BeforeAll
  static void accounts() {
    Accounts accounts = new Accounts(service);
    tokens.put("planner", accounts.program("planner", "planner"));
    tokens.put("officer", accounts.program("officer", "officer"));
    tokens.put("mixed", accounts.program("mixed", "planner"));
    grant("mixed", "officer", "11, NULL");
    tokens.put("west planner", accounts.program("west"));
    grant("west", "planner", "11, NULL");
    database.execute(
        """
        INSERT INTO access.role (name, label) VALUES ('blind', '不看姓名');
        INSERT INTO access.role_permission SELECT id, unnest('{REGISTER_READ,PEOPLE_READ}'::text[]) FROM access.role WHERE name = 'blind'""");
    tokens.put("blind", accounts.program("blind", "blind"));
  }

  private static void grant(String account, String role, String place) {
    database.execute(
        "INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, granted_by)"
            + " SELECT a.id, r.id, %s, '[2020-01-01,)', 'test' FROM access.account a, access.role r WHERE a.name = '%s' AND r.name = '%s'"
                .formatted(place, account, role));
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  @Test
  void everyCellHasItsHouseholdsOrIsAWholeGrid() {
    CellTown town = new CellTown(service, DAY, DAY);
    Map<Long, Set<Long>> households = new HashMap<>();
    for (Home home : town.homes()) {
      if (home.cell() != 0) {
        households.computeIfAbsent(home.cell(), cell -> new HashSet<>()).addAll(home.households());
      }
    }
    Set<String> alone =
        new HashSet<>(
            service
                .rows(
                    "SELECT min(id) FROM register.cell WHERE valid @> '%s'::date GROUP BY grid_id HAVING count(*) = 1"
                        .formatted(DAY))
                .stream()
                .map(row -> row.get(0))
                .toList());
    assertThat(households).as("there is something to divide").hasSizeGreaterThan(8);
    households.forEach(
        (cell, lived) -> {
          if (!alone.contains(String.valueOf(cell))) {
            assertThat(lived).as("cell %d", cell).hasSizeGreaterThanOrEqualTo(LEAST);
          }
        });
    assertThat(
            service.rows(
                "SELECT l.building_id FROM register.building_grid l LEFT JOIN LATERAL (SELECT count(*) AS cells FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id WHERE m.building_id = l.building_id AND c.grid_id = l.grid_id AND c.valid @> '%1$s'::date) n ON true WHERE l.valid @> '%1$s'::date AND l.grid_id IS NOT NULL AND n.cells <> 1"
                    .formatted(DAY)))
        .as("buildings of a grid that are in no cell of it, or in several")
        .isEmpty();
  }

  @Test
  void aShapeIsAnsweredForWholeCells() {
    CellTown town = new CellTown(service, DAY, FIRST);
    Random dice = new Random(4490);
    int someOf = 0;
    Told before = null;
    JsonNode answered = null;
    for (int i = 0; i < SHAPES; i++) {
      Geometry shape = shape(dice);
      Told told = town.told(shape, Set.of());
      JsonNode answer = count("planner", shape);
      check(answer, told);
      assertThat(answer.path("byCells").path("countedOn").asString()).isEqualTo(FIRST);
      assertThat(answer.path("outline").isNull()).isEqualTo(told.cells().isEmpty());
      check(count("mixed", shape), town.told(shape, Set.of(11L)));
      someOf += told.cells().isEmpty() ? 0 : 1;
      if (before != null && answered != null) {
        Set<Long> more = new HashSet<>(told.cells());
        more.removeAll(before.cells());
        Set<Long> less = new HashSet<>(before.cells());
        less.removeAll(told.cells());
        assertThat(people(answer) - people(answered))
            .as("a difference is one of whole cells")
            .isEqualTo(town.sum(more).people() - town.sum(less).people());
      }
      before = told;
      answered = answer;
    }
    assertThat(someOf).as("shapes that hold a cell").isGreaterThan(SHAPES / 4);
  }

  /** A building more or less, of a cell that is not whole, changes nothing. */
  @Test
  void whoIsLeftOutOfACellTakesItAlong() {
    CellTown town = new CellTown(service, DAY, FIRST);
    for (Home home : town.homes()) {
      if (home.cell() != 0 && home.people() > 0) {
        Geometry all = FACTORY.toGeometry(new Envelope(119, 121, 29, 31));
        Geometry without = all.difference(home.point().buffer(1e-6));
        assertThat(people(count("planner", all)) - people(count("planner", without)))
            .as("without building %d", home.building())
            .isEqualTo(town.sum(Set.of(home.cell())).people());
        break;
      }
    }
  }

  @Test
  void whoSeesNamesIsAnsweredAsEver() {
    CellTown town = new CellTown(service, DAY, DAY);
    Random dice = new Random(7);
    for (int i = 0; i < 10; i++) {
      Geometry shape = shape(dice);
      JsonNode answer = count("officer", shape);
      assertThat(answer.path("byCells").isNull()).isTrue();
      check(answer, town.told(shape, Set.of(11L, 12L, 0L)));
    }
  }

  @Test
  void aPlannerOfACommunityIsToldOfItsCellsAlone() {
    CellTown town = new CellTown(service, DAY, FIRST);
    Geometry all = FACTORY.toGeometry(new Envelope(119, 121, 29, 31));
    Set<Long> own = new HashSet<>();
    Set<Long> others = new HashSet<>();
    for (Home home : town.homes()) {
      (home.community() == 11 ? own : others).add(home.cell());
    }
    own.removeAll(others);
    check(count("west planner", all), town.sum(own));
  }

  @Test
  void aGridIsTheSumOfItsCellsOnTheFirstOfTheMonth() {
    String path = "/api/grids/" + WEST + "/summary?asOf=" + DAY;
    JsonNode exact = ask("officer", path).body();
    JsonNode told = ask("planner", path).body();
    JsonNode first = ask("officer", "/api/grids/" + WEST + "/summary?asOf=" + FIRST).body();
    assertThat(exact.path("byCells").isNull()).isTrue();
    assertThat(told.path("byCells").path("countedOn").asString()).isEqualTo(FIRST);
    assertThat(told.path("byCells").path("cells").asInt()).isGreaterThan(1);
    assertThat(people(told)).isEqualTo(people(first)).isLessThan(people(exact));
    assertThat(told.path("households")).isEqualTo(first.path("households"));
    assertThat(told.path("asOf").asString()).isEqualTo(DAY);
    assertThat(told.path("unitsByOccupancy")).isEqualTo(exact.path("unitsByOccupancy"));
    assertThat(people(ask("planner", path.replace(DAY, "2026-11-09")).body()))
        .as("any day of the month")
        .isEqualTo(people(told));
    assertThat(ask("mixed", path).body()).isEqualTo(exact);
  }

  @Test
  void nobodyIsToldWhoLivesInABuilding() {
    assertThat(ask("planner", "/api/buildings/101/chart").body().findValues("people"))
        .isNotEmpty()
        .allMatch(JsonNode::isNull);
    assertThat(ask("officer", "/api/buildings/101/chart").body().findValues("people"))
        .anyMatch(people -> people.asInt() > 0);
    JsonNode contents = ask("planner", "/api/buildings/101/contents").body();
    assertThat(List.of("households", "residences", "tenancies"))
        .allMatch(field -> contents.path(field).isNull());
    assertThat(ask("mixed", "/api/buildings/101/contents").body().path("residences").asInt())
        .isPositive();
  }

  @Test
  void peopleAreNotListedWhereNamesAreNotSeen() {
    for (String list : List.of("people", "households", "away", "empty-books")) {
      Answer answer = ask("blind", "/api/grids/" + WEST + "/" + list);
      assertThat(answer.status()).as(list).isEqualTo(403);
      assertThat(answer.body().path("code").asString()).isEqualTo("sight.missing");
    }
    JsonNode count =
        post("blind", "/api/registrations/count", "{\"within\":{\"grid\":\"" + WEST + "\"}}")
            .body();
    assertThat(count.path("byCells").path("cells").asInt()).isGreaterThan(1);
  }

  private static void check(JsonNode answer, Told told) {
    assertThat(answer.path("households").asInt()).isEqualTo(told.households());
    assertThat(people(answer)).isEqualTo(told.people());
    if (!answer.path("byCells").isNull()) {
      assertThat(answer.path("byCells").path("cells").asInt()).isEqualTo(told.cells().size());
    }
  }

  private static int people(JsonNode answer) {
    return answer.path("people").path("total").asInt();
  }

  /** A star around some place of the town. */
  private static Geometry shape(Random dice) {
    double lon = 120 + dice.nextDouble() * 0.04;
    double lat = 30 + dice.nextDouble() * 0.02;
    double far = 0.004 + dice.nextDouble() * 0.025;
    int corners = 5 + dice.nextInt(8);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double reach = far * (0.5 + dice.nextDouble() / 2);
      double angle = 2 * Math.PI * i / corners;
      ring[i] = new Coordinate(lon + reach * Math.cos(angle), lat + reach * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  private static JsonNode count(String who, Geometry shape) {
    Answer answer =
        post(
            who,
            "/api/people/count",
            "{\"within\":{\"geometry\":" + GeoJson.of(shape) + "},\"asOf\":\"" + DAY + "\"}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static Answer ask(String who, String path) {
    return service.send(service.request(path).header("Authorization", "Bearer " + tokens.get(who)));
  }

  private static Answer post(String who, String path, String body) {
    return service.send(
        service
            .request(path)
            .header("Authorization", "Bearer " + tokens.get(who))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
