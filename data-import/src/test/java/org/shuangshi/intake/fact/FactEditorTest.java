package org.shuangshi.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Timeline.UnfitException;

class FactEditorTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final LocalDate DAY_ZERO = LocalDate.of(2026, 1, 1);
  private static final ChangeReason REASON =
      new ChangeReason("试验", "试验", "model", ChangeReason.Kind.CHANGE);
  private static final List<String> COLUMNS = List.of("name", "industry");

  /** A verb on a timeline, and on the model. */
  private record Act(String verb, int from, int to, Map<String, String> says) {

    boolean on(DayModel model) {
      return switch (verb) {
        case "begin" -> model.begin(from, to, says);
        case "change" -> model.change(from, says);
        case "correct" -> model.correct(from, to, says);
        case "end" -> model.end(from);
        case "withdraw" -> model.withdraw(from, to);
        default -> model.restate(from, to);
      };
    }

    Timeline on(Timeline timeline) throws UnfitException {
      Map<String, @Nullable String> values = new HashMap<>(says);
      Days days = new Days(day(from), to > DayModel.LAST ? null : day(to));
      return switch (verb) {
        case "begin" -> {
          values.put("kind", "SHOP");
          yield timeline.begin(days, values);
        }
        case "change" -> timeline.change(day(from), values);
        case "correct" -> timeline.correct(days, values);
        case "end" -> timeline.end(day(from));
        case "withdraw" -> timeline.withdraw(days);
        default -> timeline.restate(days);
      };
    }
  }

  private static LocalDate day(int number) {
    return DAY_ZERO.plusDays(number);
  }

  private static Act act(Random random) {
    String verb =
        List.of(
                "begin",
                "begin",
                "change",
                "change",
                "change",
                "correct",
                "correct",
                "end",
                "withdraw",
                "restate")
            .get(random.nextInt(10));
    int from = random.nextInt(DayModel.LAST - 5);
    int to =
        random.nextBoolean() ? DayModel.LAST + 1 : from + 1 + random.nextInt(DayModel.LAST - from);
    Map<String, String> says = new HashMap<>();
    for (String column : COLUMNS) {
      if (verb.equals("begin") || random.nextBoolean()) {
        says.put(column, List.of("甲", "乙", "丙").get(random.nextInt(3)));
      }
    }
    return new Act(verb, from, to, says);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyDayAtEveryMomentIsWhatTheModelSays(long seed) throws SQLException {
    Random random = new Random(seed);
    DayModel model = new DayModel();
    List<OffsetDateTime> moments = new ArrayList<>();
    List<List<@Nullable Map<String, String>>> said = new ArrayList<>();
    try (Connection connection = database.connect()) {
      long id = make(connection);
      FactTable table = FactTable.read(connection, "organisation", Set.of());
      for (int round = 0; round < 40; round++) {
        try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
          FactEditor editor = new FactEditor(transaction, Sealing.NONE);
          editor.lock(List.of(new Thing("organisation", id)));
          for (int i = 0; i <= random.nextInt(3); i++) {
            Act act = act(random);
            Timeline before = editor.read(table, id);
            var modelBefore = model.days();
            boolean fits = act.on(model);
            try {
              boolean written = editor.write(table, id, before, act.on(before));
              assertThat(fits).as(act.toString()).isTrue();
              assertThat(written)
                  .as("written: %s", act)
                  .isEqualTo(!modelBefore.equals(model.days()));
            } catch (UnfitException e) {
              assertThat(fits).as("%s %s", act, e.getMessage()).isFalse();
            }
          }
          transaction.commit();
        }
        moments.add(now(connection));
        said.add(model.days());
      }
      for (int moment = 0; moment < moments.size(); moment++) {
        assertThat(believed(connection, id, moments.get(moment)))
            .as("moment %d", moment)
            .isEqualTo(said.get(moment));
      }
      assertThat(neighboursThatSayTheSame(connection, id)).isZero();
    }
  }

  @Test
  void aLateReportDoesNotUndoALaterChange() throws Exception {
    Timeline timeline =
        new Timeline(List.of(), Set.of())
            .begin(Days.since(day(0)), Map.of("name", "甲", "industry", "零售"))
            .change(day(20), Map.of("name", "丙"))
            .change(day(10), Map.of("name", "乙", "industry", "餐饮"));
    assertThat(timeline.on(day(9)).orElseThrow().value("name")).isEqualTo("甲");
    assertThat(timeline.on(day(10)).orElseThrow().value("name")).isEqualTo("乙");
    assertThat(timeline.on(day(20)).orElseThrow().value("name")).isEqualTo("丙");
    assertThat(timeline.on(day(30)).orElseThrow().value("industry")).isEqualTo("餐饮");
  }

  @Test
  void handsWhoWriteTheSameThingAtOnceAllCount() throws Exception {
    int hands = 8;
    int each = 25;
    long id;
    try (Connection connection = database.connect()) {
      id = make(connection);
      try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
        FactEditor editor = new FactEditor(transaction, Sealing.NONE);
        FactTable table = FactTable.read(connection, "organisation", Set.of());
        Timeline none = editor.read(table, id);
        editor.write(
            table, id, none, none.begin(Days.since(DAY_ZERO), Map.of("name", "0", "kind", "SHOP")));
        transaction.commit();
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(hands);
    List<Future<?>> all = new ArrayList<>();
    for (int hand = 0; hand < hands; hand++) {
      all.add(pool.submit(() -> countUp(id, each)));
    }
    for (Future<?> hand : all) {
      hand.get();
    }
    pool.shutdown();
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT (SELECT name FROM organisation WHERE id = $1 AND upper_inf(recorded)),"
                        .replace("$1", String.valueOf(id))
                    + " (SELECT count(*) FROM organisation WHERE id = "
                    + id
                    + "), (SELECT bool_and(next IS NULL OR upper(recorded) = next) FROM"
                    + " (SELECT recorded, lead(lower(recorded)) OVER (ORDER BY name::int) AS next"
                    + " FROM organisation WHERE id = "
                    + id
                    + ") x)");
        ResultSet row = statement.executeQuery()) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(String.valueOf(hands * each));
      assertThat(row.getInt(2)).isEqualTo(hands * each + 1);
      assertThat(row.getBoolean(3)).as("one belief follows the other").isTrue();
    }
  }

  private static boolean countUp(long id, int times) throws SQLException, UnfitException {
    try (Connection connection = database.connect()) {
      FactTable table = FactTable.read(connection, "organisation", Set.of());
      for (int i = 0; i < times; i++) {
        try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
          FactEditor editor = new FactEditor(transaction, Sealing.NONE);
          editor.lock(List.of(new Thing("organisation", id)));
          Timeline before = editor.read(table, id);
          int count = Integer.parseInt(String.valueOf(before.versions().get(0).value("name")));
          editor.write(
              table,
              id,
              before,
              before.change(DAY_ZERO, Map.of("name", String.valueOf(count + 1))));
          transaction.commit();
        }
      }
    }
    return true;
  }

  @Test
  void whatBuildsOnAChangeComesAfterItInTheFeed() throws Exception {
    try (Connection first = database.connect();
        Connection second = database.connect()) {
      long slow = make(first);
      long shared = make(first);
      number(second);
      try (ChangeTransaction late = ChangeTransaction.begin(first, REASON)) {
        begin(late, slow); // takes its number first and commits last
        try (ChangeTransaction early = ChangeTransaction.begin(second, REASON)) {
          begin(early, shared);
          early.commit();
        }
        assertThat(number(second)).isOne();
        FactEditor editor = new FactEditor(late, Sealing.NONE);
        editor.lock(List.of(new Thing("organisation", shared)));
        FactTable table = FactTable.read(first, "organisation", Set.of());
        Timeline before = editor.read(table, shared);
        editor.write(table, shared, before, before.change(DAY_ZERO, Map.of("name", "后")));
        OptionalLong change = late.findChange();
        late.commit();
        assertThat(number(second)).isOne();
        assertThat(number(second)).isZero();
        try (var statement = second.createStatement();
            ResultSet row =
                statement.executeQuery("SELECT id FROM change ORDER BY seq DESC LIMIT 1")) {
          row.next();
          assertThat(row.getLong(1)).isEqualTo(change.orElseThrow());
        }
      }
    }
  }

  private static void begin(ChangeTransaction transaction, long id)
      throws SQLException, UnfitException {
    FactEditor editor = new FactEditor(transaction, Sealing.NONE);
    FactTable table = FactTable.read(transaction.connection(), "organisation", Set.of());
    Timeline none = editor.read(table, id);
    editor.write(
        table, id, none, none.begin(Days.since(DAY_ZERO), Map.of("name", "先", "kind", "SHOP")));
  }

  private static long number(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery("SELECT number_changes()");
      row.next();
      return row.getLong(1);
    }
  }

  private static long make(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "INSERT INTO identity.organisation (source, key)"
                    + " VALUES ('model', gen_random_uuid()::text) RETURNING id")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static OffsetDateTime now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  private static List<@Nullable Map<String, String>> believed(
      Connection connection, long id, OffsetDateTime moment) throws SQLException {
    List<@Nullable Map<String, String>> days = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT o.name, o.industry FROM generate_series(0, ?) d LEFT JOIN organisation o"
                + " ON o.id = ? AND o.recorded @> ? AND o.valid @> (?::date + d) ORDER BY d")) {
      statement.setInt(1, DayModel.LAST);
      statement.setLong(2, id);
      statement.setObject(3, moment);
      statement.setObject(4, DAY_ZERO);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          days.add(
              row.getString(1) == null
                  ? Map.of()
                  : Map.of("name", row.getString(1), "industry", row.getString(2)));
        }
      }
    }
    return days;
  }

  private static int neighboursThatSayTheSame(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM organisation a JOIN organisation b ON a.id = b.id"
                + " AND upper(a.valid) = lower(b.valid) AND a.name = b.name"
                + " AND a.industry = b.industry"
                + " WHERE a.id = ? AND upper_inf(a.recorded) AND upper_inf(b.recorded)")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
