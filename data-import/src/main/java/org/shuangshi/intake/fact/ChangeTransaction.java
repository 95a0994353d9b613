package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One write transaction with its one change record, which is made when first asked for: a
 * transaction that finds nothing to write leaves none.
 *
 * <pre>{@code
 * try (ChangeTransaction transaction = ChangeTransaction.begin(connection, reason)) {
 *   new FactEditor(transaction).…
 *   transaction.commit();
 * }
 * }</pre>
 *
 * <p>Many may be at work at once. Who writes of a thing first locks it ({@link FactEditor#lock},
 * {@link FactWriter}), and asks for the change record only then: so its instant, which ends and
 * begins {@code recorded} ranges, is later than all that was written of the thing before. Imports
 * of files take turns among themselves, by an advisory lock of the session, taken before the
 * transaction begins; it goes with the session, also when the client is killed. Readers never wait.
 */
public final class ChangeTransaction implements AutoCloseable {

  /** Any number would do; no other lock of the register uses it. */
  private static final long IMPORTS_TURN = 0x5348_5541_4e47L;

  private final Connection connection;
  private final ChangeReason reason;
  private final boolean alone;
  private @Nullable Change change;
  private final Map<String, FirstLoad> aside = new LinkedHashMap<>();
  private boolean moreToCome;
  private boolean open = true;

  /** The record: its number, and the instant its rows are believed from. */
  public record Change(long id, OffsetDateTime at) {}

  private ChangeTransaction(Connection connection, ChangeReason reason, boolean alone) {
    this.connection = connection;
    this.reason = reason;
    this.alone = alone;
  }

  /**
   * Begins.
   *
   * @param connection in autocommit mode; stays the caller's to close
   */
  public static ChangeTransaction begin(Connection connection, ChangeReason reason)
      throws SQLException {
    connection.setAutoCommit(false);
    return new ChangeTransaction(connection, reason, false);
  }

  /**
   * Waits for the imports' turn and begins.
   *
   * @param connection in autocommit mode; stays the caller's to close
   * @param onWait called once where another import is at work
   */
  public static ChangeTransaction beginImport(
      Connection connection, ChangeReason reason, Runnable onWait) throws SQLException {
    if (!lockIfFree(connection)) {
      onWait.run();
      run(connection, "SELECT pg_advisory_lock(" + IMPORTS_TURN + ")");
    }
    connection.setAutoCommit(false);
    return new ChangeTransaction(connection, reason, true);
  }

  public Connection connection() {
    return connection;
  }

  /** The number of the change record, made now if it was not yet. */
  public long change() throws SQLException {
    return record().id();
  }

  /** The change record, made now if it was not yet. */
  public Change record() throws SQLException {
    Change made = change;
    if (made == null) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "INSERT INTO register.change (who, why, source, kind) VALUES (?, ?, ?, ?)"
                  + " RETURNING id, at")) {
        statement.setString(1, reason.who());
        statement.setString(2, reason.why());
        statement.setString(3, reason.source());
        statement.setString(4, reason.kind().name());
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          made = new Change(row.getLong(1), row.getObject(2, OffsetDateTime.class));
        }
      }
      change = made;
    }
    return made;
  }

  /** The change record where something was written. */
  public OptionalLong findChange() {
    Change made = change;
    return made == null ? OptionalLong.empty() : OptionalLong.of(made.id());
  }

  /**
   * Says whether more of the same kind is written after what is written next: what is set aside for
   * it stays so until all of it is there, and is put back once.
   */
  public void moreToCome(boolean more) {
    moreToCome = more;
  }

  /** Sets aside what {@link FirstLoad} may, where it was not yet. */
  void setAside(String table, long rows) throws SQLException {
    if (!aside.containsKey(table)) {
      aside.put(table, FirstLoad.begin(connection, table, change(), rows));
    }
  }

  /** The table was written: puts back what was set aside of it, unless more is to come. */
  void written(String table) throws SQLException {
    FirstLoad load = moreToCome ? null : aside.remove(table);
    if (load != null) {
      load.finish();
    }
  }

  private void putBack() throws SQLException {
    for (FirstLoad load : aside.values()) {
      load.finish();
    }
    aside.clear();
  }

  /** What was set aside and not written to any more is put back, too. */
  public void endOfKind() throws SQLException {
    moreToCome = false;
    putBack();
  }

  /** Takes the change's turn and commits. */
  public void commit() throws SQLException {
    putBack();
    if (change != null) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "UPDATE register.change SET turn = nextval('register.change_turn_seq')"
                  + " WHERE id = ?")) {
        statement.setLong(1, change.id());
        statement.executeUpdate();
      }
    }
    connection.commit();
    end();
  }

  /** Rolls back what was not committed. */
  @Override
  public void close() throws SQLException {
    if (open) {
      connection.rollback();
      end();
    }
  }

  private void end() throws SQLException {
    open = false;
    connection.setAutoCommit(true);
    if (alone) {
      run(connection, "SELECT pg_advisory_unlock(" + IMPORTS_TURN + ")");
    }
  }

  private static boolean lockIfFree(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_try_advisory_lock(" + IMPORTS_TURN + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
