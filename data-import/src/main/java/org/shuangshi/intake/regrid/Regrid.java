package org.shuangshi.intake.regrid;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
 * <p>The rule is that of {@code place_in_grids} (migration V024): the smallest id of the grids that
 * cover the inside point, by days. Read is one state of the register; what others write meanwhile
 * is theirs to link. What differs is looked at again, and written, by the database.
 */
public final class Regrid {
  private static final String BUILDINGS =
      "COPY (SELECT b.id, lower(b.valid), upper(b.valid), coalesce(b.community_id, 0),"
          + " ST_X(b.inside_point), ST_Y(b.inside_point)"
          + " FROM register.building b WHERE upper_inf(b.recorded)) TO STDOUT (FORMAT binary)";
  private static final String LINKS =
      "COPY (SELECT l.building_id, lower(l.valid), upper(l.valid), coalesce(l.community_id, 0),"
          + " coalesce(l.grid_id, 0), l.since = '-infinity' FROM register.building_grid l)"
          + " TO STDOUT (FORMAT binary)";

  private final RegisterDatabase database;

  public Regrid(RegisterDatabase database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param buildings looked at
   * @param differing buildings whose link was not what it is
   * @param written rows of links that were made anew, those of units and persons in them included
   */
  public record Result(int buildings, int differing, long written) {}

  public Result run() throws DatabaseException, SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      }
      Covering grids = Covering.grids(connection);
      Stays buildings = new Stays();
      copy(connection, BUILDINGS, row -> buildings.add(row, grids));
      Stays links = new Stays();
      copy(connection, LINKS, links::addLink);
      long[] differing = buildings.differing(links);
      connection.commit(); // the snapshot: what is linked anew is looked at as it is now
      long written = differing.length == 0 ? 0 : relink(connection, differing);
      connection.commit();
      return new Result(buildings.things(), differing.length, written);
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

  private static long relink(Connection connection, long[] buildings) throws SQLException {
    Long[] ids = new Long[buildings.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = buildings[i];
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT register.relink_buildings(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
