package org.shuangshi.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

class FirstLoadTest {

  private static final ChangeReason REASON =
      new ChangeReason("test", "trial", "model", ChangeReason.Kind.IMPORT);
  private static final String SHAPE =
      "SELECT string_agg(said, '; ' ORDER BY said) FROM ("
          + "SELECT conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) AS said"
          + " FROM pg_constraint WHERE conrelid = 'register.household'::regclass"
          + " UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index"
          + " WHERE indrelid = 'register.household'::regclass AND indisvalid) said";

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @BeforeEach
  void things() {
    database.execute(
        "INSERT INTO identity.unit (id, source, key) VALUES (1, 't', '1');"
            + " INSERT INTO identity.household (id, source, key) SELECT g, 't', g::text FROM generate_series(10, 3009) g");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void keysAndIndexesAreThereAgainAfterwards() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      load(connection, 10, 1009, 1);
      load(connection, 1010, 2009, 1);
      assertThat(ask(connection, SHAPE))
          .isEqualTo(before)
          .contains("household_unit_fk true")
          .contains("household_unit_ix");
      assertThat(ask(connection, "SELECT count(*) FROM household")).isEqualTo("2000");
    }
  }

  @Test
  void aRowThatRefersToNothingIsRefusedAllTheSame() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      assertThatThrownBy(() -> load(connection, 10, 1009, 2))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("household_unit_fk");
      assertThat(ask(connection, SHAPE)).isEqualTo(before);
      assertThat(ask(connection, "SELECT count(*) FROM household")).isEqualTo("0");
    }
  }

  @Test
  void aThingThatIsTwoThingsOnOneDayIsRefusedAllTheSame() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      assertThatThrownBy(
              () -> load(connection, "(SELECT generate_series(10, 1009) UNION ALL SELECT 77)", 1))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("household_one_belief");
      assertThat(ask(connection, SHAPE)).isEqualTo(before).contains("household_one_belief");
      assertThat(ask(connection, "SELECT count(*) FROM household")).isEqualTo("0");
    }
  }

  @Test
  void whatIsSetAsideForSeveralFilesIsPutBackOnceAfterTheLast() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
        transaction.moreToCome(true);
        write(transaction, "(SELECT generate_series(10, 1009))", 1);
        assertThat(ask(connection, "SELECT coalesce((" + SHAPE + "), '')"))
            .doesNotContain("household_one_belief")
            .doesNotContain("household_unit_fk");
        transaction.moreToCome(false);
        write(transaction, "(SELECT generate_series(1010, 1019))", 1);
        assertThat(ask(connection, SHAPE)).isEqualTo(before);
        transaction.commit();
      }
      assertThat(ask(connection, "SELECT count(*) FROM household")).isEqualTo("1010");
    }
  }

  @Test
  void whatTheLastFileDidNotTouchIsPutBackAfterIt() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
        transaction.moreToCome(true);
        write(transaction, "(SELECT generate_series(10, 1009))", 1);
        transaction.endOfKind();
        assertThat(ask(connection, SHAPE)).isEqualTo(before);
      }
    }
  }

  @Test
  void aThingThatTwoFilesSayDifferentlyIsRefusedAtTheLatestWhenAllIsWritten() throws SQLException {
    try (Connection connection = database.connect()) {
      String before = ask(connection, SHAPE);
      assertThatThrownBy(
              () -> {
                try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
                  transaction.moreToCome(true);
                  write(transaction, "(SELECT generate_series(10, 1009))", 1);
                  write(transaction, "(SELECT generate_series(1009, 2009))", 1);
                  transaction.commit();
                }
              })
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("household_one_belief");
      assertThat(ask(connection, SHAPE)).isEqualTo(before);
      assertThat(ask(connection, "SELECT count(*) FROM household")).isEqualTo("0");
    }
  }

  @Test
  void aFileThatAddsALittleToWhatTheChangeBroughtSetsNothingAside() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      waitForSessionsThatEnd(connection);
      ask(
          connection,
          "WITH c AS (INSERT INTO register.change (who, why, source, kind) VALUES ('test', 'trial', 'model', 'IMPORT') RETURNING id)"
              + " SELECT set_config('test.change', id::text, true) FROM c");
      long change = Long.parseLong(ask(connection, "SELECT current_setting('test.change')"));
      ask(
          connection,
          "WITH h AS (INSERT INTO register.household (id, valid, opened_by, unit_id, kind)"
              + " SELECT g, '[2024-01-01,)', %d, 1, 'FAMILY' FROM generate_series(10, 3009) g RETURNING 1) SELECT count(*) FROM h"
                  .formatted(change));
      try (Statement statement = connection.createStatement()) {
        statement.execute("ANALYZE register.household");
      }
      String before = ask(connection, SHAPE);
      FirstLoad little = FirstLoad.begin(connection, "register.household", change, 1000);
      assertThat(ask(connection, SHAPE)).isEqualTo(before);
      little.finish();
      FirstLoad.begin(connection, "register.household", change, 1500);
      assertThat(ask(connection, "SELECT coalesce((" + SHAPE + "), '')"))
          .doesNotContain("household_one_belief")
          .doesNotContain("household_unit_ix");
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Test
  void nothingIsSetAsideWhereSomebodyIsConnectedOrRowsWereSeen() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      waitForSessionsThatEnd(connection);
      assertThat(asideWhile(connection)).isTrue();
      try (Connection reader = database.connect()) {
        assertThat(ask(reader, "SELECT count(*) FROM household")).isEqualTo("0");
        assertThat(asideWhile(connection)).isFalse();
      }
      connection.setAutoCommit(true);
    }
    try (Connection connection = database.connect()) {
      load(connection, 10, 1009, 1);
      connection.setAutoCommit(false);
      waitForSessionsThatEnd(connection);
      assertThat(asideWhile(connection)).isFalse();
      connection.setAutoCommit(true);
    }
  }

  /** A session that was closed is listed for a moment more. */
  private static void waitForSessionsThatEnd(Connection connection) throws SQLException {
    for (int i = 0; i < 200 && !others(connection).equals("0"); i++) {
      connection.rollback();
    }
    assertThat(others(connection)).isEqualTo("0");
    connection.rollback();
  }

  private static String others(Connection connection) throws SQLException {
    return ask(
        connection,
        "SELECT count(*) FROM pg_stat_activity, pg_sleep(0.01) WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
  }

  private static boolean asideWhile(Connection connection) throws SQLException {
    FirstLoad load = FirstLoad.begin(connection, "register.household", -1, 1000);
    boolean aside =
        !ask(connection, "SELECT coalesce((" + SHAPE + "), '')").contains("household_unit_fk");
    load.finish();
    connection.rollback();
    return aside;
  }

  private static void load(Connection connection, int from, int to, int unit) throws SQLException {
    load(connection, "(SELECT generate_series(%d, %d))".formatted(from, to), unit);
  }

  private static void load(Connection connection, String ids, int unit) throws SQLException {
    try (ChangeTransaction transaction = ChangeTransaction.begin(connection, REASON)) {
      write(transaction, ids, unit);
      transaction.commit();
    }
  }

  /** As a file does: every thing is new. */
  private static void write(ChangeTransaction transaction, String ids, int unit)
      throws SQLException {
    Connection connection = transaction.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS pg_temp.staged");
      statement.execute(
          ("CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT g::bigint AS id, true AS fresh, DATE '2024-01-01' AS since,"
                  + " NULL::date AS until, false AS exact, %d::bigint AS unit_id, NULL::bigint AS community_id, 'FAMILY' AS kind"
                  + " FROM %s AS ids (g)")
              .formatted(unit, ids));
      new FactWriter(transaction)
          .write(FactTable.read(connection, "household", Set.of("community_id")), "staged");
    }
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
