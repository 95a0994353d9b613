package org.shuangshi.intake.regrid;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.shuangshi.intake.covering.Covering;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;

/**
 * Compares the grid of every building, on all days, with the stored link, and links anew those that
 * differ.
 *
 * <pre>{@code
 * Regrid.Result result = new Regrid(database).run();
 * }</pre>
 *
 * <p>The rule is that of {@code place_in_grids} (migration V065): the smallest id of the grids that
 * cover the inside point, by days. Read is one state of the register; what others write meanwhile
 * is theirs to link. What differs is looked at again, and written, by the database, a thousand
 * buildings a transaction: nobody who edits waits long, and a building is before or after.
 */
public final class Regrid {
  private static final String BUILDINGS =
      "COPY (SELECT b.id, b.since, b.until, b.community_id,"
          + " b.inside_point::point" // one column is quicker than two
          + " FROM register.building b WHERE b.closed_by IS NULL) TO STDOUT (FORMAT binary)";
  private static final String LINKS =
      "COPY (SELECT l.building_id, lower(l.valid), upper(l.valid), l.community_id, l.grid_id,"
          + " CASE WHEN l.since > '-infinity' THEN true END" // null of the first: not sent
          + " FROM register.building_grid l) TO STDOUT (FORMAT binary)";

  private static final int BATCH = 1000;

  private final RegisterDatabase database;

  public Regrid(RegisterDatabase database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param buildings looked at
   * @param differing buildings whose link was not what it is
   * @param written things whose links were made anew: buildings, units in them, who lives there
   */
  public record Result(int buildings, int differing, long written) {}

  public Result run() throws DatabaseException, SQLException {
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (Connection connection = database.connect();
        Second second = new Second(beside.submit(database::connect))) {
      String snapshot = begin(connection);
      Future<Stays> stored = beside.submit(() -> links(second.get(), snapshot));
      Covering grids = Covering.grids(connection);
      Stays buildings = new Stays();
      copy(connection, BUILDINGS, row -> buildings.add(row, grids));
      long[] differing = buildings.differing(taken(stored));
      connection.commit();
      AtomicInteger next = new AtomicInteger();
      Future<Long> half = beside.submit(() -> relink(second.get(), differing, next));
      long written = relink(connection, differing, next) + taken(half);
      return new Result(buildings.things(), differing.length, written);
    } finally {
      beside.shutdownNow();
    }
  }

  /** A connection that is opened beside the first. */
  private record Second(Future<Connection> opening) implements AutoCloseable {
    Connection get() throws SQLException {
      return taken(opening);
    }

    @Override
    public void close() throws SQLException {
      get().close();
    }
  }

  /** A transaction that sees one state of the register, and the name of that state. */
  private static String begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** The stored links of the same state, read beside the buildings. */
  private static Stays links(Connection connection, String snapshot) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'"); // takes no parameter
    }
    Stays links = new Stays();
    copy(connection, LINKS, links::addLink);
    connection.commit();
    return links;
  }

  private static <T> T taken(Future<T> beside) throws SQLException {
    try {
      return beside.get();
    } catch (ExecutionException e) {
      throw new SQLException("the other connection failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  private static void copy(Connection connection, String sql, BinaryRows.Taker taker)
      throws SQLException {
    try (BinaryRows rows =
        new BinaryRows(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql))) {
      rows.all(taker);
    } catch (IOException e) {
      throw new SQLException("rows of the register cannot be read", e);
    }
  }

  /** Links batches anew until none is left, each in its own transaction, as it is now. */
  private static long relink(Connection connection, long[] buildings, AtomicInteger next)
      throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      // what a power failure takes of the last batches differs again, and is found again
      statement.execute("SET synchronous_commit = off");
    }
    long written = 0;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT register.relink_buildings(?)")) {
      for (int from = next.getAndAdd(BATCH);
          from < buildings.length;
          from = next.getAndAdd(BATCH)) {
        long[] batch =
            Arrays.copyOfRange(buildings, from, Math.min(from + BATCH, buildings.length));
        statement.setObject(1, batch);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          written += row.getLong(1);
        }
      }
    }
    return written;
  }
}
