package org.shuangshi.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.BitemporalModel.Statement;
import org.shuangshi.intake.fact.FactWriter.Written;

class FactWriterTest {

  private static final LocalDate DAY_ZERO = LocalDate.of(2024, 1, 1);
  private static final ChangeReason REASON =
      new ChangeReason("test", "trial", "model", ChangeReason.Kind.IMPORT);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Set<Long> known = new HashSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsBelievedOfEveryDayAtEveryMomentIsWhatTheModelSays(long seed) throws SQLException {
    Random random = new Random(seed);
    BitemporalModel model = new BitemporalModel();
    List<Timestamp> moments = new ArrayList<>();
    long firstId = seed * 1000;
    int label = 0;
    try (Connection connection = database.connect()) {
      for (int round = 0; round < 25; round++) {
        List<Statement> all = new ArrayList<>();
        try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
          for (int write = 0; write <= random.nextInt(3); write++) {
            List<Statement> batch = new ArrayList<>();
            for (long id = firstId; id < firstId + 4; id++) {
              if (random.nextBoolean()) {
                batch.add(statement(random, id, label++));
              }
            }
            write(transaction, batch);
            all.addAll(batch);
          }
          moments.add(timestamp(connection));
          transaction.commit();
        }
        model.apply(all);
      }
      for (int moment = 0; moment < model.moments(); moment++) {
        for (long id = firstId; id < firstId + 4; id++) {
          assertThat(believed(connection, id, moments.get(moment)))
              .as("thing %d at moment %d", id, moment)
              .isEqualTo(model.believed(id, moment));
        }
      }
    }
  }

  @Test
  void sayingTheSameAgainWritesNothingAndLeavesNoChangeRecord() throws SQLException {
    Statement said = new Statement(77, 3, null, false, "甲#0");
    try (Connection connection = database.connect()) {
      assertThat(inOneChange(connection, said)).isEqualTo(new Written(1, 0, 0));
      long before = changes(connection);
      assertThat(inOneChange(connection, said)).isEqualTo(new Written(0, 0, 1));
      assertThat(inOneChange(connection, new Statement(77, 9, null, false, "甲#1")))
          .isEqualTo(new Written(0, 0, 1));
      assertThat(changes(connection)).isEqualTo(before);
    }
  }

  @Test
  void ofTwoChangesOnOneDayTheLastStands() throws SQLException {
    try (Connection connection = database.connect()) {
      inOneChange(connection, new Statement(78, 0, null, false, "甲#0"));
      inOneChange(connection, new Statement(78, 5, null, false, "乙#1"));
      inOneChange(connection, new Statement(78, 5, null, false, "丙#2"));
      assertThat(believed(connection, 78, Timestamp.valueOf("9999-01-01 00:00:00")))
          .containsEntry(4, "甲")
          .containsEntry(5, "丙")
          .doesNotContainValue("乙");
    }
  }

  @Test
  void aSecondWriterWaitsForItsTurnAndSeesWhatTheFirstWrote() throws Exception {
    AtomicBoolean waited = new AtomicBoolean();
    CountDownLatch waiting = new CountDownLatch(1);
    List<Written> second = new ArrayList<>();
    Thread other;
    try (Connection first = database.connect();
        ChangeTransaction transaction = ChangeTransaction.beginImport(first, REASON, () -> {})) {
      write(transaction, List.of(new Statement(79, 0, null, false, "甲#0")));
      other =
          new Thread(
              () -> {
                try (Connection connection = database.connect();
                    ChangeTransaction late =
                        ChangeTransaction.beginImport(
                            connection,
                            REASON,
                            () -> {
                              waited.set(true);
                              waiting.countDown();
                            })) {
                  second.add(write(late, List.of(new Statement(79, 0, null, false, "甲#0"))));
                  late.commit();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      other.start();
      waiting.await();
      transaction.commit();
    }
    other.join();
    assertThat(waited).isTrue();
    assertThat(second).containsExactly(new Written(0, 0, 1));
  }

  private static Statement statement(Random random, long id, int label) {
    int since = random.nextInt(BitemporalModel.DAYS - 10);
    Integer until = random.nextInt(3) == 0 ? since + 1 + random.nextInt(9) : null;
    String says = (random.nextBoolean() ? "甲" : "乙") + "#" + label;
    return new Statement(id, since, until, random.nextInt(4) == 0, says);
  }

  private Written inOneChange(Connection connection, Statement statement) throws SQLException {
    try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
      Written written = write(transaction, List.of(statement));
      transaction.commit();
      return written;
    }
  }

  private Written write(ChangeTransaction transaction, List<Statement> statements)
      throws SQLException {
    Connection connection = transaction.connection();
    FactTable table = FactTable.read(connection, "organisation", Set.of());
    try (java.sql.Statement create = connection.createStatement()) {
      create.execute(
          "CREATE TEMP TABLE staged (id bigint, fresh boolean, since date, until date, exact boolean,"
              + " name text, credit_code text, kind text, industry text, unit_id bigint) ON COMMIT DROP");
    }
    for (Statement statement : statements) {
      boolean fresh = known.add(statement.id());
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO staged (id, fresh, since, until, exact, name, kind) VALUES (?, ?, ?, ?, ?, ?, 'SHOP')")) {
        insert.setLong(1, statement.id());
        insert.setBoolean(2, fresh);
        insert.setObject(3, DAY_ZERO.plusDays(statement.since()));
        if (statement.until() == null) {
          insert.setNull(4, Types.DATE);
        } else {
          insert.setObject(4, DAY_ZERO.plusDays(statement.until()));
        }
        insert.setBoolean(5, statement.exact());
        insert.setString(6, statement.says().substring(0, 1));
        insert.executeUpdate();
      }
    }
    try (java.sql.Statement prepare = connection.createStatement()) {
      prepare.execute(
          "INSERT INTO identity.organisation (id, source, key) SELECT id, 'model', id FROM staged WHERE fresh");
      Written written = new FactWriter(transaction).write(table, "staged");
      prepare.execute("DROP TABLE staged");
      return written;
    }
  }

  private static SortedMap<Integer, String> believed(
      Connection connection, long id, Timestamp moment) throws SQLException {
    SortedMap<Integer, String> said = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT d, o.name FROM generate_series(0, ?) d JOIN organisation o"
                + " ON o.id = ? AND o.recorded @> ?::timestamptz AND o.valid @> (?::date + d)")) {
      statement.setInt(1, BitemporalModel.DAYS);
      statement.setLong(2, id);
      statement.setTimestamp(3, moment);
      statement.setObject(4, DAY_ZERO);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          assertThat(said.put(rows.getInt(1), rows.getString(2))).isNull();
        }
      }
    }
    return said;
  }

  private static Timestamp timestamp(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getTimestamp(1);
    }
  }

  private static long changes(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM change")) {
      row.next();
      return row.getLong(1);
    }
  }
}
