package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedApiTest {
  /** What the service seals with in tests. */
  private static final PersonSeal SEAL = new PersonSeal(TestKeys.ring());

  private static final RunningService service = RunningService.forWriting();
  private static final int WRITERS = 10;
  private static final int WRITES = 12;

  @TempDir static Path folder;

  @Test
  void aCopyMadeOfTheFeedAloneIsTheRegisterAlsoWhileManyWrite() throws Exception {
    FeedCopy copy = new FeedCopy();
    copy.follow(service, 7);
    long before = copy.changes;
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    List<Future<?>> work = new ArrayList<>();
    AtomicInteger written = new AtomicInteger();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      work.add(pool.submit(() -> written.addAndGet(write(number))));
    }
    work.add(pool.submit(FeedApiTest::importVisits));
    while (work.stream().anyMatch(each -> !each.isDone())) {
      copy.follow(service, 5);
    }
    for (Future<?> each : work) {
      each.get();
    }
    pool.shutdown();
    copy.follow(service, 1000);
    assertThat(written.get()).as("writes that were accepted").isGreaterThan(WRITERS * WRITES / 2);
    assertThat(copy.changes).isGreaterThan(before + written.get());
    assertThat(copy.text()).isEqualTo(register());
    FeedCopy fresh = new FeedCopy();
    fresh.follow(service, 1000);
    assertThat(fresh.text()).isEqualTo(copy.text());
    compareValues(copy);
  }

  /** Persons come, change and go; some edits of one and the same person by all. */
  private static int write(int writer) {
    Random random = new Random(writer);
    List<Long> mine = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < WRITES; i++) {
      if (mine.isEmpty() || random.nextInt(3) == 0) {
        Answer made =
            service.post(
                "/api/things/person",
                "{\"why\":\"来\",\"from\":\"2026-01-01\",\"values\":{\"name\":\"写"
                    + writer
                    + "\",\"nationality\":\"CHN\"}}");
        mine.add(made.body().path("id").asLong());
        accepted++;
        continue;
      }
      long id = random.nextInt(3) == 0 ? 501 : mine.get(random.nextInt(mine.size()));
      String path = "/api/things/person/" + id;
      String etag = service.get(path).body().path("etag").asString();
      Answer answer =
          service.post(
              path + "/change",
              "{\"why\":\"改\",\"from\":\"2026-0"
                  + (1 + random.nextInt(9))
                  + "-01\",\"values\":{\"phone\":\"1"
                  + random.nextInt(1_000_000)
                  + "\"}}",
              etag);
      assertThat(answer.status()).as(answer.body().toString()).isIn(200, 412, 409);
      accepted += answer.status() == 200 ? 1 : 0;
    }
    return accepted;
  }

  private static long importVisits() throws Exception {
    StringBuilder rows = new StringBuilder("id,unit,kind,date,finding\n");
    for (int i = 0; i < 3000; i++) {
      rows.append(
          String.format(
              Locale.ROOT, "V%d,%d,VISIT,2026-08-%02d,LIVED_IN%n", i, 301 + i % 20, 1 + i % 28));
    }
    Path file = write("visits.csv", rows.toString());
    new Importer(service.register(), TestKeys.ring())
        .run(
            new ImportRequest(
                List.of(new SourceFile(file, Kind.EVIDENCE)),
                "走访",
                null,
                null,
                null,
                LocalDate.of(2026, 8, 1),
                "试验",
                "试验",
                false),
            ImportProgress.SILENT);
    return 1;
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** All rows of all kinds, as the tables have them. */
  private static Map<String, Map<Long, String>> register() throws SQLException {
    Map<String, Map<Long, String>> all = new TreeMap<>();
    try (Connection connection = service.connect();
        var statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        Map<Long, String> rows = new HashMap<>();
        ResultSet row =
            statement.executeQuery(
                "SELECT version, id || '|' || lower(valid) || '|' || coalesce(upper(valid)::text, '')"
                    + " || '|' || (upper_inf(recorded)) FROM "
                    + table);
        while (row.next()) {
          rows.put(row.getLong(1), row.getString(2));
        }
        if (!rows.isEmpty()) {
          all.put(table.replace('_', '-'), rows);
        }
      }
    }
    return all;
  }

  /** Every versioned table there is, asked of the catalog: a kind the feed forgot would show. */
  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = connection.createStatement()) {
      ResultSet row =
          statement.executeQuery(
              "SELECT c.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                  + " WHERE k.contype = 'x' AND k.conname = c.relname || '_one_belief' ORDER BY 1");
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /**
   * Attributes, by what PostgreSQL itself makes of a row as JSON; shapes to the last bit. What the
   * register works out itself is not in the feed.
   */
  private static void compareValues(FeedCopy copy) throws SQLException {
    JsonMapper json = new JsonMapper();
    try (Connection connection = service.connect();
        var statement = connection.createStatement()) {
      for (String kind : copy.rows.keySet()) {
        String table = kind.replace('-', '_');
        Set<String> omitted =
            new HashSet<>(
                Set.of(
                    "version",
                    "id",
                    "valid",
                    "since",
                    "until",
                    "recorded",
                    "opened_by",
                    "closed_by"));
        omitted.addAll(ThingKind.ofTable(table).derived());
        omitted.addAll(GENERATED.getOrDefault(table, Set.of()));
        ResultSet row =
            statement.executeQuery(
                "SELECT version, id, to_jsonb(x) - ARRAY['"
                    + String.join("', '", omitted)
                    + "'] FROM "
                    + table
                    + " x");
        while (row.next()) {
          JsonNode values = copy.values(kind, row.getLong(1));
          JsonNode columns = json.readTree(row.getString(3));
          for (Map.Entry<String, JsonNode> column : columns.properties()) {
            String name = name(column.getKey(), kind);
            if (ThingKind.ofTable(table).field(name).filter(Field::sealed).isPresent()) {
              assertThat(values.path(name).asString(null))
                  .as("%s.%s", kind, name)
                  .isEqualTo(
                      SEAL.open(
                          PersonSeal.of(row.getLong(2)),
                          column.getKey(),
                          column.getValue().asString(null)));
            } else if (!name.equals("geometry") || column.getValue().isNull()) {
              assertThat(values.path(name).toString())
                  .as("%s.%s", kind, name)
                  .isEqualTo(column.getValue().toString());
            }
          }
        }
        if (ThingKind.ofTable(table).field("geometry").isPresent()) {
          compareShapes(connection, copy, kind, table);
        }
      }
    }
  }

  private static final Map<String, Set<String>> GENERATED =
      Map.of(
          "building", Set.of("inside_point"),
          "evidence", Set.of("seen_on"),
          "grid", Set.of("number"),
          "address", Set.of("text"));

  private static void compareShapes(Connection connection, FeedCopy copy, String kind, String table)
      throws SQLException {
    String column = table.equals("building") ? "footprint" : "geom";
    try (var rows = connection.createStatement();
        var same = connection.prepareStatement("SELECT ST_AsBinary(ST_GeomFromGeoJSON(?)) = ?")) {
      ResultSet row =
          rows.executeQuery(
              "SELECT version, ST_AsBinary("
                  + column
                  + ") FROM "
                  + table
                  + " WHERE "
                  + column
                  + " IS NOT NULL");
      while (row.next()) {
        same.setString(1, copy.values(kind, row.getLong(1)).path("geometry").toString());
        same.setBytes(2, row.getBytes(2));
        ResultSet answer = same.executeQuery();
        answer.next();
        assertThat(answer.getBoolean(1)).as("shape of %s %d", kind, row.getLong(1)).isTrue();
      }
    }
  }

  private static String name(String column, String kind) {
    if (column.equals("geom") || column.equals("footprint")) {
      return "geometry";
    }
    StringBuilder name = new StringBuilder();
    String base =
        column.endsWith("_id") && !kind.equals("lineage")
            ? column.substring(0, column.length() - 3)
            : column;
    for (String part : List.of(base.split("_", -1))) {
      name.append(
          name.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    assertThat(service.get("/api/changes?after=x").body().path("code").asString())
        .isEqualTo("cursor.invalid");
  }
}
