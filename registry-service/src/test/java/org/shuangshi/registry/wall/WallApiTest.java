package org.shuangshi.registry.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What accounts of parts of the town are answered: with both walls, and with the first one taken
 * down, as if the service had forgotten to filter.
 */
class WallApiTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String WEST = "'{11}'::bigint[], '{}'::bigint[]";
  private static final String GRID = "'{}'::bigint[], '{41}'::bigint[]";
  private static final String ALL =
      "{\"type\":\"Polygon\",\"coordinates\":[[[119,29],[122,29],[122,31],[119,31],[119,29]]]}";

  private static RunningService both;
  private static RunningService second;

  @BeforeAll
  static void town() {
    database.execute(resource("/fixture.sql"));
    database.execute(resource("/seen_functions.sql"));
    account("west", "11, NULL");
    account("grid", "NULL, 41");
    both = RunningService.over(database);
    System.setProperty("registry.first-wall", "false");
    try {
      second = RunningService.over(database);
    } finally {
      System.clearProperty("registry.first-wall");
    }
  }

  @AfterAll
  static void stop() {
    both.close();
    second.close();
  }

  @ParameterizedTest
  @CsvSource({
    "west, 339901001001001, 200", "west, 339901001002001, 403",
    "grid, 339901001001001, 200", "grid, 339901001001002, 403",
  })
  void aGridIsAnsweredWhereItIsTheirs(String account, String code, int status) {
    for (String what : List.of("summary", "buildings", "units", "people", "households")) {
      Answer answer = get(both, account, "/api/grids/" + code + "/" + what);
      assertThat(answer.status()).as("%s of %s for %s", what, code, account).isEqualTo(status);
      if (status == 403) {
        assertThat(answer.body().path("code").asString()).isEqualTo("area.outside");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "west, 339901001001, 200", "west, 339901001002, 403", "west, 339901001, 403",
    "grid, 339901001001, 403", "grid, 3399, 403", "west, 339901001999, 404",
  })
  void aRegionIsAnsweredWhereAllOfItIsTheirs(String account, String code, int status) {
    Answer answer =
        post(both, account, "/api/units/search", "{\"within\":{\"region\":\"" + code + "\"}}");
    assertThat(answer.status()).isEqualTo(status);
  }

  /** The grid of a code is another one in the past: theirs today is not theirs then. */
  @Test
  void aCodeIsThatOfTheDayAskedFor() {
    String units = "/api/grids/339901001001001/units?asOf=2026-05-01";
    assertThat(get(both, "grid", units).status()).isEqualTo(403);
    assertThat(get(both, "west", units).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"west, true", "west, false", "grid, true", "grid, false"})
  void cardsAreThoseOfTheAreas(String account, boolean firstWall) {
    RunningService service = firstWall ? both : second;
    for (String kind :
        List.of("building", "unit", "person", "household", "evidence", "residence")) {
      Set<Long> seen =
          ids(
              "SELECT DISTINCT y.id FROM ("
                  + expected(kind, account)
                  + ") x JOIN "
                  + kind
                  + " y ON y.version = x.version");
      for (long id : ids("SELECT DISTINCT id FROM " + kind)) {
        Answer versions = get(service, account, "/api/things/" + kind + "/" + id + "/versions");
        boolean shown = versions.status() == 200 && !versions.body().path("items").isEmpty();
        assertThat(shown).as("%s %d for %s", kind, id, account).isEqualTo(seen.contains(id));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"west, true", "west, false", "grid, true", "grid, false"})
  void listsHoldNothingElse(String account, boolean firstWall) {
    RunningService service = firstWall ? both : second;
    Set<Long> units =
        ids(
            "SELECT DISTINCT y.id FROM ("
                + expected("unit", account)
                + ") x JOIN unit y ON y.version = x.version");
    Answer shape =
        post(
            service,
            account,
            "/api/units/search",
            "{\"within\":{\"geometry\":" + ALL + "},\"limit\":1000}");
    assertThat(shape.status()).isEqualTo(200);
    Set<Long> found = new TreeSet<>();
    shape.body().path("items").forEach(item -> found.add(item.path("id").asLong()));
    assertThat(found).isNotEmpty().allMatch(units::contains);
    assertThat(found)
        .isEqualTo(
            ids(
                "SELECT o.unit_id FROM unit_occupancy o JOIN building b ON b.id = o.building_id AND b.status = 'STANDING' AND b.valid @> today()"
                    + " WHERE o.valid @> today() AND o.unit_id IN ("
                    + units.toString().replace("[", "").replace("]", "")
                    + ")"));
    for (JsonNode hit :
        post(service, account, "/api/search", "{\"q\":\"人民路\",\"limit\":50}")
            .body()
            .path("items")) {
      if (hit.path("kind").asString().equals("address")) {
        assertThat(
                ids(
                    "SELECT DISTINCT y.id FROM ("
                        + expected("address", account)
                        + ") x JOIN address y ON y.version = x.version"))
            .contains(hit.path("id").asLong());
      }
    }
    long buildings =
        get(service, account, "/api/info").body().path("counts").path("buildings").asLong();
    assertThat(buildings)
        .isEqualTo(
            ids("SELECT y.id FROM ("
                    + expected("building", account)
                    + ") x JOIN building y ON y.version = x.version"
                    + " WHERE upper_inf(y.recorded) AND y.valid @> today() AND y.status = 'STANDING'")
                .size());
  }

  /** With the first wall down a grid of others is answered, but with nothing in it. */
  @Test
  void theSecondWallHoldsAlone() {
    Answer people = get(second, "west", "/api/grids/339901001002012/units");
    assertThat(people.status()).isEqualTo(200);
    assertThat(people.body().path("items")).isEmpty();
    Answer summary = get(second, "west", "/api/grids/339901001002012/summary");
    assertThat(summary.body().path("buildings").asLong(-1)).isZero();
  }

  @Test
  void aWriteOutsideIsRefusedWhole() {
    long before = ids("SELECT count(*) FROM change").iterator().next();
    String visit =
        "{\"why\":\"走访\",\"from\":\"2026-11-01\",\"to\":\"2026-11-02\",\"values\":{\"unit\":%d,\"kind\":\"VISIT\",\"finding\":\"NO_ANSWER\"}}";
    Answer outside = post(second, "grid", "/api/things/evidence", String.format(visit, 312));
    assertThat(outside.status()).isEqualTo(403);
    assertThat(outside.body().path("code").asString()).isEqualTo("area.outside");
    assertThat(ids("SELECT count(*) FROM change")).containsExactly(before);
    assertThat(post(second, "grid", "/api/things/evidence", String.format(visit, 302)).status())
        .isEqualTo(201);
  }

  private static String expected(String kind, String account) {
    String[] areas = (account.equals("west") ? WEST : GRID).split(", ");
    return resource("/seen.sql")
        .lines()
        .filter(line -> line.startsWith(kind + "|"))
        .findFirst()
        .orElseThrow()
        .substring(kind.length() + 1)
        .replace(":c", areas[0])
        .replace(":g", areas[1]);
  }

  private static Answer get(RunningService service, String account, String path) {
    return service.send(service.request(path).header("Authorization", "Bearer rgt_" + account));
  }

  private static Answer post(RunningService service, String account, String path, String body) {
    return service.send(
        service
            .request(path)
            .header("Authorization", "Bearer rgt_" + account)
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A program that is an officer in one area, with a token of a known text. */
  private static void account(String name, String area) {
    database.execute(
        """
        INSERT INTO access.account (name, display_name, kind) VALUES ('%1$s', '%1$s', 'PROGRAM');
        INSERT INTO access.role (name, label) VALUES ('of-%1$s', '%1$s');
        INSERT INTO access.role_permission (role_id, permission)
        SELECT r.id, p.permission FROM access.role r, access.role o JOIN access.role_permission p ON p.role_id = o.id
        WHERE r.name = 'of-%1$s' AND o.name = 'officer' AND p.permission <> 'PEOPLE_REVEAL';
        INSERT INTO access.role_field (role_id, field, sight) SELECT r.id, 'NAME', 'MASKED' FROM access.role r WHERE r.name = 'of-%1$s';
        INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, granted_by)
        SELECT a.id, r.id, %2$s, '[2020-01-01,)', 'test' FROM access.account a, access.role r WHERE a.name = '%1$s' AND r.name = 'of-%1$s';
        INSERT INTO access.token (account_id, name, hash) SELECT id, 'test', '\\x%3$s' FROM access.account WHERE name = '%1$s'
        """
            .formatted(name, area, digest("rgt_" + name)));
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<Long> ids(String sql) {
    Set<Long> ids = new TreeSet<>();
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return ids;
  }

  private static String resource(String name) {
    try (InputStream in = WallApiTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
