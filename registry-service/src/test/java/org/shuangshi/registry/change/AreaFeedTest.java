package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A copy made of an area's feed alone is what lies in the area, after every change. */
class AreaFeedTest {
  private static final TestDatabase database = town();
  private static final RunningService service = RunningService.over(database);
  private static final List<String> AREAS =
      List.of("339901001001", "339901001002", "339901001", "339901");
  private static final int STEPS = 68;
  private static final int STEPS_A_DAY = 17;
  private static final int TURNS = STEPS / STEPS_A_DAY;

  @TempDir static Path folder;

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private final Random random = new Random(20_26);
  private final List<AreaCopy> copies = new ArrayList<>(AREAS.stream().map(AreaCopy::new).toList());
  private int accepted;
  private int turns;

  private static TestDatabase town() {
    TestDatabase made = new TestDatabase();
    try (InputStream in = AreaFeedTest.class.getResourceAsStream("/fixture.sql")) {
      made.execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return made;
  }

  @AfterAll
  static void stop() {
    service.close();
    database.close();
  }

  @Test
  void aCopyOfTheAreasFeedIsTheAreaAfterEveryChange() throws Exception {
    compare("from nothing");
    for (int step = 0; step < STEPS; step++) {
      String done =
          step % STEPS_A_DAY == STEPS_A_DAY - 1
              ? turnOfDay()
              : step % 23 == 22 ? visits(step) : edit();
      compare(step + ": " + done);
    }
    assertThat(accepted).as("edits that were accepted").isGreaterThan(STEPS / 2);
    assertThat(copies.get(0).left).isGreaterThan(5);
    assertThat(copies.get(1).left).isGreaterThan(5);
    // begun anew: what was kept is of days this test has since had over again
    try (RunningService other = RunningService.over(database)) {
      for (int i = 0; i < AREAS.size(); i++) {
        for (int limit : new int[] {25, 1000}) {
          AreaCopy fresh = new AreaCopy(AREAS.get(i));
          fresh.follow(other, limit);
          assertThat(fresh.versions())
              .as("from nothing, %d a page", limit)
              .isEqualTo(copies.get(i).versions());
        }
        bothWaysTellTheSame(AREAS.get(i));
      }
    }
  }

  /**
   * A change of few things is worked out from what it touched, one of many from what is in the
   * area.
   */
  private static void bothWaysTellTheSame(String code) throws SQLException {
    try (Connection connection = database.connect()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      FeedRepository feed =
          new FeedRepository(jdbc, new PersonSeal(TestKeys.ring()), new JsonMapper());
      PassageRepository passages = new PassageRepository(jdbc, feed);
      long region = passages.region(code, LocalDate.now(ZoneId.of("Asia/Shanghai"))).orElseThrow();
      int told = 0;
      Optional<FeedRepository.Head> next = feed.next(1);
      while (next.isPresent()) {
        FeedRepository.Head change = next.get();
        AreaState before = passages.area(region, change.seq() - 1, change.dayBefore());
        AreaState after = passages.area(region, change.seq(), change.day());
        List<String> few = rows(jdbc, "passage_of_few", change, before, after);
        assertThat(rows(jdbc, "passage_of_many", change, before, after))
            .as("change %s in %s", change.seq(), code)
            .containsExactlyInAnyOrderElementsOf(few);
        told += few.size();
        next = feed.next(change.seq() + 1);
      }
      assertThat(told).isGreaterThan(STEPS);
    }
  }

  private static List<String> rows(
      JdbcClient jdbc, String way, FeedRepository.Head change, AreaState before, AreaState after) {
    return jdbc.sql("SELECT p::text FROM " + way + "(?, ?, ?, ?, ?, ?, ?, ?, ?) p")
        .params(
            change.id(),
            change.seq(),
            change.dayBefore(),
            change.day(),
            before.array(),
            after.array(),
            before.alteredTo(after),
            before.codes().toArray(String[]::new),
            after.codes().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  @Test
  void anAreaThatIsNoneIsRefused() {
    Answer answer = service.get("/api/changes?within=999999");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("code").asString()).isEqualTo("region.unknown");
  }

  private void compare(String when) {
    for (int i = 0; i < AREAS.size(); i++) {
      AreaCopy copy = copies.get(i);
      copy.follow(service, 1 + random.nextInt(60));
      assertThat(copy.versions())
          .as("%s after %s", AREAS.get(i), when)
          .isEqualTo(RowsOfArea.of(service, AREAS.get(i)));
    }
  }

  /**
   * What is written is numbered some days ago; reading on then turns the day over its end. Fewer
   * days each time: what an earlier turn ended is over on the day this one begins with, as it was
   * told.
   */
  private String turnOfDay() {
    int back = TURNS + 1 - turns++;
    database.execute(
        """
        UPDATE register.change SET day = day - %1$d WHERE seq IS NOT NULL;
        UPDATE register.change SET at = at - interval '%1$d days' WHERE kind = 'DAY'
        """
            .formatted(back));
    List<String> done = new ArrayList<>();
    for (String kind : List.of("residence", "tenancy", "organisation", "evidence")) {
      long id = any(kind);
      if (id > 0) {
        done.add(verb(kind, id, "end", "'from':'" + today.minusDays(back - 1) + "'"));
      }
    }
    database.execute("SELECT register.number_changes()");
    return "day turned over " + done;
  }

  /** Not one of the days that {@link #turnOfDay} has over again: what is over by then stays so. */
  private LocalDate someDay() {
    int away = random.nextInt(55) - 40;
    return today.plusDays(away < -TURNS ? away : away + TURNS + 1);
  }

  private String edit() {
    long unit = any("unit");
    LocalDate day = someDay();
    return switch (random.nextInt(18)) {
      case 0, 1 ->
          post(
              "/api/persons/arrive",
              "'values':{'name':'新','nationality':'CHN','registeredRegionCode':'%s'},'residence':{'unit':%d,'role':'LODGER'},'from':'%s'"
                  .formatted(random.nextBoolean() ? "339901001002" : "339901001001", unit, day));
      case 2, 3, 4 ->
          act(
              "persons",
              any("person"),
              "move",
              "'residence':{'unit':%d,'role':'TENANT'},'from':'%s'".formatted(unit, day));
      case 5 ->
          act("households", any("household"), "move", "'unit':%d,'from':'%s'".formatted(unit, day));
      case 6 -> act("persons", any("person"), "leave", "'from':'" + day + "'");
      case 7, 8 ->
          verb(
              "building",
              any("building"),
              "correct",
              "'from':'2020-01-01','values':{" + box() + "}");
      case 9 ->
          verb(
              "building",
              any("building"),
              "change",
              "'from':'" + day + "','values':{" + box() + "}");
      case 10 ->
          begin(
              "tenancy",
              day,
              "'unit':%d,'landlord':%d,'tenant':%d".formatted(unit, any("person"), any("person")));
      case 11 -> begin("organisation", day, "'name':'店','kind':'SHOP','unit':" + unit);
      case 12 ->
          begin("evidence", day, "'unit':%d,'kind':'VISIT','finding':'EMPTY'".formatted(unit));
      case 13 -> boundary(day);
      case 14 ->
          verb(
              "address",
              any("address"),
              "correct",
              "'from':'2020-01-01','values':{'geometry':{'type':'Point','coordinates':[%s,30.004]}}"
                  .formatted(lon()));
      case 15 ->
          verb(
              "unit",
              unit,
              "change",
              "'from':'%s','values':{'building':%d,'entrance':null,'address':%d}"
                  .formatted(day, any("building"), any("address")));
      case 16 ->
          verb(
              "organisation",
              any("organisation"),
              "change",
              "'from':'%s','values':{'unit':%d}".formatted(day, unit));
      default -> community(day);
    };
  }

  /** The line between the two communities moves, from a day or as it always was. */
  private String boundary(LocalDate day) {
    double line = 120.005 + random.nextInt(30) / 1000.0;
    String kind = random.nextBoolean() ? "change" : "correct";
    return verb("region", 11, kind, "'from':'" + day + "','values':{" + area(120.0, line) + "}")
        + verb("region", 12, kind, "'from':'" + day + "','values':{" + area(line, 120.04) + "}");
  }

  /** A community belongs to another street, or to its own again; a street has another code. */
  private String community(LocalDate day) {
    if (random.nextInt(3) == 0) {
      Answer street = service.get("/api/codes/339901002");
      String id = street.status() == 200 ? street.body().path("id").asString() : "";
      if (id.isEmpty()) {
        return begin(
            "region",
            LocalDate.of(2020, 1, 1),
            "'level':'STREET','code':'339901002','name':'城东街道','parent':2," + area(120.0, 120.04));
      }
      return verb(
          "region",
          12,
          "change",
          "'from':'%s','values':{'parent':%s}".formatted(day, random.nextBoolean() ? id : "3"));
    }
    return verb(
        "person",
        any("person"),
        "change",
        "'from':'%s','values':{'registeredRegionCode':'%s'}"
            .formatted(day, random.nextBoolean() ? "339901001002" : "339902"));
  }

  private String visits(int step) throws Exception {
    StringBuilder rows = new StringBuilder("id,unit,kind,date,finding\n");
    for (int i = 0; i < 12; i++) {
      rows.append(
          "V%d-%d,%d,VISIT,2026-08-0%d,LIVED_IN%n"
              .formatted(step, i, 301 + random.nextInt(21), 1 + i % 9));
    }
    Path file = Files.writeString(folder.resolve("visits.csv"), rows.toString());
    new Importer(service.register(), TestKeys.ring())
        .run(
            new ImportRequest(
                List.of(new SourceFile(file, Kind.EVIDENCE)),
                "fixture",
                null,
                null,
                null,
                LocalDate.of(2026, 8, 1),
                "试验",
                "试验",
                false),
            ImportProgress.SILENT);
    accepted++;
    return "import";
  }

  private String box() {
    double west = lon();
    return "'geometry':{'type':'Polygon','coordinates':[[[%1$s,30.003],[%2$s,30.003],[%2$s,30.0032],[%1$s,30.0032],[%1$s,30.003]]]}"
        .formatted(west, west + 0.0002);
  }

  private double lon() {
    return 120.001 + random.nextInt(380) / 10_000.0;
  }

  private static String area(double west, double east) {
    return "'geometry':{'type':'Polygon','coordinates':[[[%1$s,30.0],[%2$s,30.0],[%2$s,30.02],[%1$s,30.02],[%1$s,30.0]]]}"
        .formatted(west, east);
  }

  /** Some thing of a kind that is there today; 0 where none is. */
  private long any(String table) {
    List<List<String>> ids =
        service.rows(
            "SELECT DISTINCT id FROM register."
                + table
                + " WHERE upper_inf(recorded) AND valid @> (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY id");
    return ids.isEmpty() ? 0 : Long.parseLong(ids.get(random.nextInt(ids.size())).get(0));
  }

  private String begin(String kind, LocalDate from, String values) {
    return post("/api/things/" + kind, "'from':'%s','values':{%s}".formatted(from, values));
  }

  private String verb(String kind, long id, String verb, String what) {
    return act("things/" + kind, id, verb, what);
  }

  private String act(String path, long id, String verb, String what) {
    String kind =
        path.startsWith("things/") ? path.substring(7) : path.substring(0, path.length() - 1);
    String etag =
        service.get("/api/things/" + kind + "/" + id).body().path("etag").asString("none");
    return said(
        "/api/" + path + "/" + id + "/" + verb + " " + what,
        service.post("/api/" + path + "/" + id + "/" + verb, json(what), etag));
  }

  private String post(String path, String what) {
    return said(path + " " + what, service.post(path, json(what)));
  }

  private String said(String what, Answer answer) {
    assertThat(answer.status())
        .as("%s: %s", what, answer.body())
        .isIn(200, 201, 204, 400, 404, 409);
    accepted += answer.status() < 300 ? 1 : 0;
    return what + " → " + answer.status() + " " + answer.body().path("code").asString("");
  }

  private static String json(String what) {
    return ("{'why':'试验'," + what + "}").replace('\'', '"');
  }
}
