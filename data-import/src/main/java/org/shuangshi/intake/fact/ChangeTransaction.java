package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/**
 * One write transaction with its one change record, which is made when first asked for: a
 * transaction that finds nothing to write leaves none.
 *
 * <pre>{@code
 * try (ChangeTransaction transaction = ChangeTransaction.begin(connection, reason, () -> {})) {
 *   new FactWriter(transaction).write(table, "staged");
 *   transaction.commit();
 * }
 * }</pre>
 *
 * <p>Writers take turns, by an advisory lock of the session that is taken before the transaction
 * begins. So each sees all that was written before, and its {@code transaction_timestamp()}, which
 * ends and begins {@code recorded} ranges, is later than theirs. Readers never wait. The lock goes
 * with the session, also when the client is killed.
 */
public final class ChangeTransaction implements AutoCloseable {

  /** Any number would do; no other lock of the register uses it. */
  private static final long WRITERS_TURN = 0x5348_5541_4e47L;

  private final Connection connection;
  private final ChangeReason reason;
  private OptionalLong change = OptionalLong.empty();
  private boolean open = true;

  private ChangeTransaction(Connection connection, ChangeReason reason) {
    this.connection = connection;
    this.reason = reason;
  }

  /**
   * Waits for the writers' turn and begins.
   *
   * @param connection in autocommit mode; stays the caller's to close
   * @param onWait called once where another writer is at work
   */
  public static ChangeTransaction begin(Connection connection, ChangeReason reason, Runnable onWait)
      throws SQLException {
    if (!lockIfFree(connection)) {
      onWait.run();
      run(connection, "SELECT pg_advisory_lock(" + WRITERS_TURN + ")");
    }
    connection.setAutoCommit(false);
    return new ChangeTransaction(connection, reason);
  }

  public Connection connection() {
    return connection;
  }

  /** The number of the change record, made now if it was not yet. */
  public long change() throws SQLException {
    if (change.isEmpty()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "INSERT INTO register.change (who, why, source, kind) VALUES (?, ?, ?, ?) RETURNING id")) {
        statement.setString(1, reason.who());
        statement.setString(2, reason.why());
        statement.setString(3, reason.source());
        statement.setString(4, reason.kind().name());
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          change = OptionalLong.of(row.getLong(1));
        }
      }
    }
    return change.getAsLong();
  }

  /** The change record where something was written. */
  public OptionalLong findChange() {
    return change;
  }

  public void commit() throws SQLException {
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
    run(connection, "SELECT pg_advisory_unlock(" + WRITERS_TURN + ")");
  }

  private static boolean lockIfFree(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_try_advisory_lock(" + WRITERS_TURN + ")")) {
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
