package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Gives an import up where its caller says so: between rows and steps by asking, and within a long
 * statement by having the server break it off, from a thread of its own.
 */
final class Cancelling implements AutoCloseable {

  private static final long ASK_EVERY_MILLIS = 200;

  /** SQLSTATE query_canceled. */
  private static final String BROKEN_OFF = "57014";

  private final PGConnection connection;
  private final ImportProgress progress;
  private final ScheduledExecutorService watch;
  private boolean settled;
  private boolean cancelled;

  private Cancelling(PGConnection connection, ImportProgress progress) {
    this.connection = connection;
    this.progress = progress;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "import-cancel");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Watches until it is closed or settled. */
  static Cancelling watch(Connection connection, ImportProgress progress) throws SQLException {
    Cancelling made = new Cancelling(connection.unwrap(PGConnection.class), progress);
    var unused =
        made.watch.scheduleWithFixedDelay(
            made::breakOff, ASK_EVERY_MILLIS, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return made;
  }

  /** Again and again: a request that comes between two statements breaks off none. */
  private synchronized void breakOff() {
    if (settled || !progress.cancelled()) {
      return;
    }
    cancelled = true;
    try {
      connection.cancelQuery();
    } catch (SQLException e) {
      // the server is not reached; the import's own thread asks too, and ends for that or for this
      return;
    }
  }

  /** To be asked where it can stop. */
  synchronized void check() throws CancelledException {
    if (cancelled || progress.cancelled()) {
      cancelled = true;
      throw new CancelledException();
    }
  }

  /** From here on it goes through. */
  synchronized void settle() throws CancelledException {
    check();
    settled = true;
  }

  /** Says so where a statement failed because it was broken off. */
  synchronized void mean(SQLException failure) throws CancelledException {
    if (cancelled && BROKEN_OFF.equals(failure.getSQLState())) {
      throw new CancelledException();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      settled = true;
    }
    watch.shutdownNow();
  }
}
