package org.shuangshi.registry.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.photo.Photos;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call, asked by every role, of a community and of one grid, about their own grid, another of
 * their community and one outside: each answer is what the table rights.csv says.
 */
class RightsMatrixTest {
  private static final List<String> ROLES =
      List.of("gis", "officer", "planner", "steward", "administrator", "auditor");
  private static final int COLUMNS = 6;

  /** Calls that tests alone make. */
  private static final String OF_TESTS = "/failing/";

  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service = town();
  private static final List<Line> table = table();
  private static final Map<String, String> tokens = new HashMap<>();

  /**
   * A place of the town.
   *
   * @param words something of each kind that lies there
   */
  private record Place(String name, Map<String, String> words) {
    String filled(String template) {
      String text = template;
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace("{" + word.getKey() + "}", word.getValue());
      }
      return text;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Place OWN_GRID =
      place(
          "their grid", "339901001001001 339901001001 11 101 301 501 401 120.003 30.003 851 90851");
  private static final Place OTHER_GRID =
      place(
          "the grid beside",
          "339901001001002 339901001001 11 103 311 506 404 120.015 30.005 852 90852");
  private static final Place OUTSIDE =
      place("outside", "339901001002001 339901001002 12 104 312 508 405 120.022 30.002 853 90853");

  private static Place place(String name, String values) {
    List<String> keys =
        List.of(
            "grid",
            "community",
            "communityId",
            "building",
            "unit",
            "person",
            "household",
            "lon",
            "lat",
            "evidence",
            "photo");
    List<String> words = List.of(values.split(" "));
    Map<String, String> filled = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      filled.put(keys.get(i), words.get(i));
    }
    return new Place(name, filled);
  }

  /** Where an account has its role. */
  private enum Area {
    COMMUNITY("11, NULL"),
    GRID("NULL, 41");

    private final String ids;

    Area(String ids) {
      this.ids = ids;
    }

    boolean holds(Place place) {
      return place.equals(OWN_GRID) || (place.equals(OTHER_GRID) && this == COMMUNITY);
    }
  }

  private record Line(
      String call, String request, String body, Set<String> roles, int inside, int outside) {

    int expected(String role, boolean within) {
      if (!roles.contains("all") && !roles.contains("world") && !roles.contains(role)) {
        return 403;
      }
      return within ? inside : outside;
    }

    String method() {
      return call.substring(0, call.indexOf(' '));
    }
  }

  private static RunningService town() {
    database.execute(RunningService.fixture());
    database.execute(
        """
        SET search_path = register, public;
        INSERT INTO identity.household (id, source, key) VALUES (404, 't', '404'), (405, 't', '405');
        INSERT INTO household (id, valid, opened_by, unit_id, community_id, kind)
        VALUES (404, '[2024-01-01,)', 1, 311, 11, 'FAMILY'), (405, '[2024-01-01,)', 1, 312, 12, 'FAMILY');
        INSERT INTO identity.person (id, source, key) VALUES (508, 't', '508');
        INSERT INTO person (id, valid, opened_by, name, nationality) VALUES (508, '[2024-01-01,)', 1, '辛', 'CHN');
        INSERT INTO identity.residence (id, source, key) VALUES (609, 't', '609');
        INSERT INTO residence (id, valid, opened_by, person_id, unit_id, household_id, community_id, role, relation, main)
        VALUES (609, '[2024-01-01,)', 1, 508, 312, 405, 12, 'OWNER', 'HEAD', true);
        INSERT INTO identity.evidence (id, source, key) VALUES (851, 't', '851'), (852, 't', '852'), (853, 't', '853');
        INSERT INTO evidence (id, valid, opened_by, unit_id, kind, finding)
        VALUES (851, '[2026-01-01,)', 1, 301, 'VISIT', 'NOTED'), (852, '[2026-01-01,)', 1, 311, 'VISIT', 'NOTED'),
               (853, '[2026-01-01,)', 1, 312, 'VISIT', 'NOTED');
        INSERT INTO access.account (name, display_name) VALUES ('photos', 'photos');
        SELECT place_all()
        """);
    for (int visit = 851; visit <= 853; visit++) {
      database.execute(Photos.insert(90_000 + visit, visit));
    }
    return RunningService.over(database);
  }

  @BeforeAll
  static void accounts() {
    Accounts accounts = new Accounts(service);
    for (String role : ROLES) {
      for (Area area : Area.values()) {
        String name = name(role, area);
        tokens.put(name, accounts.program(name));
        database.execute(
            "INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days,"
                + " granted_by) SELECT a.id, r.id, %s, '[2020-01-01,)', 'test' FROM access.account a,"
                    .formatted(area.ids)
                + " access.role r WHERE a.name = '%s' AND r.name = '%s'".formatted(name, role));
      }
    }
  }

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  @Test
  void everyCallHasALine() {
    Set<String> calls = new HashSet<>();
    for (RequestMappingHandlerMapping mapping : service.parts(RequestMappingHandlerMapping.class)) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, call) -> {
                if (call.getBeanType().getName().startsWith("org.shuangshi.")
                    && info.getPatternValues().stream().noneMatch(p -> p.startsWith(OF_TESTS))) {
                  info.getMethodsCondition()
                      .getMethods()
                      .forEach(
                          method ->
                              info.getPatternValues()
                                  .forEach(path -> calls.add(method + " " + path)));
                }
              });
    }
    Set<String> lines = new HashSet<>();
    table.forEach(line -> lines.add(line.call()));
    assertThat(lines).as("lines of rights.csv").containsExactlyInAnyOrderElementsOf(calls);
  }

  /** Who may rename regions somewhere does not so elsewhere, though the version fits. */
  @Test
  void aRegionOutsideIsNotRenamed() {
    String bearer = "Bearer " + tokens.get(name("gis", Area.COMMUNITY));
    for (String region : List.of("12", "3")) {
      Answer card =
          service.send(
              service.request("/api/things/region/" + region).header("Authorization", bearer));
      Answer answer =
          service.send(
              service
                  .request("/api/regions/" + region + "/rename")
                  .header("Authorization", bearer)
                  .header("If-Match", card.body().path("etag").asString())
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"why\":\"试验\",\"from\":\"2026-11-01\",\"name\":\"别处\"}")));
      assertThat(answer.status()).as("%s %s", region, answer.body()).isEqualTo(403);
    }
  }

  @TestFactory
  Stream<DynamicTest> whoeverIsNotSignedIn() {
    return table.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.call(),
                    () ->
                        assertThat(ask(line, OWN_GRID, "").status())
                            .isEqualTo(line.roles().contains("world") ? line.inside() : 401)));
  }

  @TestFactory
  Stream<DynamicTest> everyRoleEverywhere() {
    List<DynamicTest> cases = new ArrayList<>();
    for (Line line : table) {
      for (String role : ROLES) {
        for (Area area : Area.values()) {
          for (Place place : List.of(OWN_GRID, OTHER_GRID, OUTSIDE)) {
            String asked = "%s: %s of %s about %s".formatted(line.request(), role, area, place);
            cases.add(
                DynamicTest.dynamicTest(
                    asked,
                    () -> {
                      Answer answer = ask(line, place, "Bearer " + tokens.get(name(role, area)));
                      assertThat(answer.status())
                          .as("%s %s", asked, answer.body())
                          .isEqualTo(line.expected(role, area.holds(place)));
                    }));
          }
        }
      }
    }
    return cases.stream();
  }

  private static Answer ask(Line line, Place place, String authorization) {
    HttpRequest.Builder request =
        service
            .request(place.filled(line.request()))
            .header("Authorization", authorization)
            .header("If-Match", "\"fits-nothing\"");
    if (line.body().isEmpty()) {
      request.method(line.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(line.method(), HttpRequest.BodyPublishers.ofString(place.filled(line.body())));
    }
    return service.send(request);
  }

  private static String name(String role, Area area) {
    return (role + "-" + area).toLowerCase(Locale.ROOT);
  }

  private static List<Line> table() {
    try (InputStream in = RightsMatrixTest.class.getResourceAsStream("/rights.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RightsMatrixTest::line)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Line line(String text) {
    String[] words = text.split("\\|");
    assertThat(words).as(text).hasSize(COLUMNS);
    return new Line(
        words[0].strip(),
        words[1].strip(),
        words[2].strip(),
        Set.of(words[3].strip().split(" ")),
        Integer.parseInt(words[4].strip()),
        Integer.parseInt(words[5].strip()));
  }
}
