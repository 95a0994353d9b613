package org.shuangshi.registry.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * At 200,000 buildings, behind row-level security, no point or window query touches more rows than
 * its answer is worth, whether its account has ten communities, 400 grids or the city. A node may
 * bring or filter away 20 times the rows answered and 1,000 more.
 */
class PlansTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FILES = Path.of("src/main/resources/sql");
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

  private static final int EACH_ROW = 20;
  private static final int BESIDE = 1_000;

  /** Tables of accounts, which have no areas; requests for erasure, imports and plans are few. */
  private static final List<String> OF_ACCOUNTS =
      List.of("account/", "audit/", "erasure/", "grant/", "intake/", "permission/", "plan/");

  /** No queries. */
  private static final List<String> NO_QUERY =
      List.of(
          "change/long_limit.sql", "export/no_time_limit.sql", "photo/add.sql", "photo/remove.sql");

  /** Goes through a table on purpose. Whoever adds one says here why it may. */
  private static final Map<String, String> SCANS =
      Map.ofEntries(
          Map.entry("export/addresses.sql", "a layer for a file"),
          Map.entry("export/buildings.sql", "a layer for a file"),
          Map.entry("export/estates.sql", "a layer for a file"),
          Map.entry("export/grids.sql", "a layer for a file"),
          Map.entry("export/regions.sql", "a layer for a file"),
          Map.entry("export/roads.sql", "a layer for a file"),
          Map.entry("export/units.sql", "a layer for a file"),
          Map.entry(
              "ground/written.sql", "thousands of posts and grids, when a publication is undone"),
          Map.entry("info/register.sql", "sizes of the register; kept until it changes"),
          Map.entry("naming/grids_below.sql", "thousands of grids, when a region is renamed"),
          Map.entry("region/list.sql", "some thousand regions"),
          Map.entry("search/buildings.sql", "names read index-only until the word index"),
          Map.entry("search/doors.sql", "texts read index-only until the word index"),
          Map.entry("search/estates.sql", "names until the word index"),
          Map.entry("search/grids.sql", "some thousand grids"),
          Map.entry("search/regions.sql", "some thousand regions"),
          Map.entry("search/rooms.sql", "texts read index-only until the word index"));

  private static final String GRID = "330101001001001";
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("code", "'" + GRID + "'"),
          Map.entry("asOf", "current_date"),
          Map.entry("countedOn", "current_date"),
          Map.entry("sighted", "false"),
          Map.entry("withOutline", "true"),
          Map.entry("what", "'READ'"),
          Map.entry("states", "'{VERIFIED_VACANT,OCCUPIED,UNLINKED,UNVISITED}'"),
          Map.entry("bases", "'{}'"),
          Map.entry("contradictionOnly", "false"),
          Map.entry("afterBuilding", "0"),
          Map.entry("afterOrdinal", "0"),
          Map.entry("afterFloor", "-100"),
          Map.entry("afterRoom", "''"),
          Map.entry("afterUnit", "0"),
          Map.entry("afterId", "0"),
          Map.entry("evidence", "8000001"),
          Map.entry("afterCode", "''"),
          Map.entry("limit", "101"),
          Map.entry("withoutUnits", "false"),
          Map.entry("kind", "NULL"),
          Map.entry("incompleteOnly", "false"),
          Map.entry("id", "1000010"),
          Map.entry("z", "16"),
          Map.entry("x", "54614"),
          Map.entry("y", "27047"),
          Map.entry("community", "'330101001001'"),
          Map.entry("number", "NULL"),
          Map.entry("west", "120.001"),
          Map.entry("south", "30.001"),
          Map.entry("east", "120.019"),
          Map.entry("north", "30.019"),
          Map.entry("withGeometry", "true"),
          Map.entry("lon", "120.0045"),
          Map.entry("lat", "30.0045"),
          Map.entry("since", "NULL"),
          Map.entry("recorded", "NULL"),
          Map.entry("version", "NULL"),
          Map.entry("change", "2"),
          Map.entry("seq", "2"),
          Map.entry("documentHash", "'\\x00'"),
          Map.entry("documentHashes", "'{\"\\\\x0000000000000006\"}'"),
          Map.entry("documentTail", "'\\x0102'"),
          Map.entry("birthDate", "'1980-01-01'"),
          Map.entry("most", "20"),
          Map.entry("fromId", "0"),
          Map.entry("walk", "200"),
          Map.entry("ids", "'{4000001,4000002}'"),
          Map.entry("unit", "2000001"),
          Map.entry("day", "current_date"),
          Map.entry("dayBefore", "current_date"),
          Map.entry("today", "current_date"),
          Map.entry("areaBefore", "'{26}'"),
          Map.entry("area", "'{26}'"),
          Map.entry("altered", "'{}'"),
          Map.entry("codesBefore", "'{330101001001}'"),
          Map.entry("codes", "'{330101001001}'"),
          Map.entry("region", "26"),
          Map.entry("level", "'COMMUNITY'"),
          Map.entry("name", "'样本1社区'"),
          Map.entry("parent", "NULL"),
          Map.entry("prefix", "'330101001001'"),
          Map.entry("from", "'2020-01-01'"),
          Map.entry("communities", "'{26}'"),
          Map.entry("grids", "'{10001,10002}'"),
          Map.entry("regions", "'{26}'"),
          Map.entry("posts", "'{50000}'"),
          Map.entry("except", "NULL"),
          Map.entry("to", "NULL"));

  /** Kinds of areas an #within# stands for. */
  private static final Map<String, String> WITHIN =
      Map.of(
          "grid",
          "buildings_of_grid('" + GRID + "', current_date)",
          "shape",
          "buildings_of_shape(ST_MakeEnvelope(120.002, 30.002, 120.008, 30.012, 4490),"
              + " current_date)");

  private static final String[] ACCOUNTS = {"ten communities", "400 grids", "the city"};

  @BeforeAll
  static void city() throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(resource("/city.sql"));
      statement.execute("SELECT place_all()");
      statement.execute(
          "INSERT INTO change (who, why, source, kind) VALUES ('w', 'w', 'w', 'CHANGE');"
              + " UPDATE building SET opened_by = 2 WHERE id = 1000010;"
              + " UPDATE unit SET opened_by = 2 WHERE building_id = 1000010;"
              + " UPDATE address SET opened_by = 2 WHERE id = 100010;"
              + " UPDATE residence SET opened_by = 2 WHERE id = 5000001;"
              + " UPDATE household SET opened_by = 2 WHERE id = 6000001;"
              + " UPDATE person SET opened_by = 2 WHERE id = 4000001;"
              + " SELECT number_changes()");
      statement.execute(
          """
          INSERT INTO access.account (name, display_name) VALUES ('ten', 'ten'), ('grids', 'grids'), ('city', 'city');
          INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, granted_by)
          SELECT a.id, r.id, g.region_id, g.grid_id, '[2020-01-01,)', 't'
          FROM access.account a
          JOIN (SELECT 'ten' AS name, 26 + n * 7 AS region_id, NULL::bigint AS grid_id FROM generate_series(0, 9) n
                UNION ALL SELECT 'grids', NULL, 10001 + n * 2 FROM generate_series(0, 399) n
                UNION ALL SELECT 'city', NULL, NULL) g ON g.name = a.name
          JOIN access.role r ON r.name = 'officer';
          SELECT access.refresh_areas(id, access.today()) FROM access.account""");
      owner.commit();
      owner.setAutoCommit(true);
      statement.execute("VACUUM (ANALYZE)");
      tellPlansOfStatementsInFunctions(owner, statement);
    }
  }

  /** What a function asks is no node of the plan that calls it: the server tells it as a notice. */
  private static void tellPlansOfStatementsInFunctions(Connection owner, Statement statement)
      throws SQLException {
    statement.execute("LOAD 'auto_explain'");
    for (String setting :
        List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_nested_statements = on",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = 'json'",
            "auto_explain.log_level = 'notice'")) {
      statement.execute("ALTER DATABASE " + owner.getCatalog() + " SET " + setting);
    }
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      return all
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> FILES.relativize(file).toString())
          .filter(file -> OF_ACCOUNTS.stream().noneMatch(file::startsWith))
          .filter(file -> !NO_QUERY.contains(file))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void touchesNoMoreThanItsAnswerIsWorth(String file) throws Exception {
    if (header(file).equals("-- plan: scan")) {
      assertThat(SCANS).as("scans are named in the test").containsKey(file);
      return;
    }
    assertThat(SCANS).doesNotContainKey(file);
    String text = Sql.of(file);
    List<String> forms =
        text.contains("#within#")
            ? WITHIN.values().stream().map(within -> text.replace("#within#", within)).toList()
            : List.of(text);
    for (String form : forms) {
      check(file, form, file.startsWith("edit/") ? "registry_settle" : "NONE");
    }
  }

  /** Composed of the fields of a kind: the card, all versions, what points at a thing, the feed. */
  @Test
  void composedQueriesDoNeither() throws Exception {
    for (ThingKind kind : ThingKind.values()) {
      String table = kind.table();
      check(
          table + " of a thing",
          "SELECT x.*, o.why FROM (SELECT * FROM %1$s WHERE id = %2$d AND upper_inf(recorded) UNION ALL SELECT * FROM %1$s WHERE id = %2$d AND NOT upper_inf(recorded)) x JOIN change o ON o.id = x.opened_by LEFT JOIN change c ON c.id = x.closed_by ORDER BY lower(x.recorded) DESC LIMIT 101"
              .formatted(table, 1000010),
          "NONE");
      check(
          table + " of a change",
          "SELECT x.*, i.key FROM %1$s x JOIN identity.%1$s i ON i.id = x.id WHERE x.opened_by = 2 AND x.version > 0 ORDER BY x.version LIMIT 101"
              .formatted(table),
          "NONE");
      for (Field field : kind.references()) {
        long target = 1_000_010;
        check(
            table + " by " + field.column(),
            "SELECT x.id FROM %s x WHERE x.%s = %d AND upper_inf(x.recorded) ORDER BY lower(x.valid) DESC, x.id LIMIT 101"
                .formatted(table, field.column(), target),
            "NONE");
      }
    }
  }

  private static void check(String what, String sql, String role) throws Exception {
    for (int account = 0; account < ACCOUNTS.length; account++) {
      try (Connection service = service(account + 1L);
          Statement statement = service.createStatement()) {
        service.setAutoCommit(false);
        statement.execute("SET LOCAL ROLE " + role);
        if (role.equals("registry_settle")) { // as Settling does
          statement.execute("SET LOCAL plan_cache_mode TO DEFAULT");
        }
        JsonNode plan;
        List<JsonNode> within = new ArrayList<>();
        List<String> values = new ArrayList<>();
        statement.execute("PREPARE asked AS " + numbered(sql, values));
        String given = values.isEmpty() ? "" : "(" + String.join(", ", values) + ")";
        try (ResultSet row =
            statement.executeQuery("EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked" + given)) {
          row.next();
          plan = JSON.readTree(row.getString(1)).get(0).get("Plan");
          for (SQLWarning told = statement.getWarnings();
              told != null;
              told = told.getNextWarning()) {
            String words = String.valueOf(told.getMessage());
            if (words.startsWith("duration: ")) {
              within.add(JSON.readTree(words.substring(words.indexOf('{'))).get("Plan"));
            }
          }
        }
        service.rollback();
        double most = EACH_ROW * plan.get("Actual Rows").asDouble() + BESIDE;
        for (JsonNode node : nodes(plan, new ArrayList<>())) {
          assertThat(touched(node))
              .as("%s for %s: %s", what, ACCOUNTS[account], node.get("Node Type").asString())
              .isLessThanOrEqualTo(most);
        }
        assertThat(within).as("the server tells what functions ask").isNotEmpty();
        for (JsonNode inside : within) {
          double more = Math.max(most, EACH_ROW * inside.get("Actual Rows").asDouble() + BESIDE);
          for (JsonNode node : nodes(inside, new ArrayList<>())) {
            assertThat(touched(node))
                .as("%s for %s: %s in a function", what, ACCOUNTS[account], node)
                .isLessThanOrEqualTo(more);
          }
        }
      }
    }
  }

  private static double touched(JsonNode node) {
    double rows = node.get("Actual Rows").asDouble();
    for (String removed :
        List.of(
            "Rows Removed by Filter",
            "Rows Removed by Join Filter",
            "Rows Removed by Index Recheck")) {
      rows += node.path(removed).asDouble(0);
    }
    return rows * node.get("Actual Loops").asDouble();
  }

  private static List<JsonNode> nodes(JsonNode plan, List<JsonNode> found) {
    found.add(plan);
    plan.path("Plans").forEach(each -> nodes(each, found));
    return found;
  }

  /** As the service sends it: values apart, so that the plan is made without them. */
  private static String numbered(String text, List<String> values) {
    List<String> names = new ArrayList<>();
    return PARAMETER
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              if (!names.contains(name)) {
                names.add(name);
                values.add(Objects.requireNonNull(VALUES.get(name), "no value for :" + name));
              }
              return Matcher.quoteReplacement("$" + (names.indexOf(name) + 1));
            });
  }

  private static String header(String file) {
    try (Stream<String> lines = Files.lines(FILES.resolve(file))) {
      return lines.filter(line -> line.startsWith("-- plan: ")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Connection service(long account) throws SQLException, DatabaseException {
    Connection service = database.register().asService().connect();
    try (Statement statement = service.createStatement()) {
      statement.execute(
          "SET registry.account = '"
              + account
              + "'; SET jit = off; SET plan_cache_mode = force_generic_plan");
    }
    return service;
  }

  private static String resource(String name) throws SQLException {
    try (InputStream in = PlansTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
