package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Filling a table for the first time. Its foreign keys, its indexes and its exclusions (one belief
 * of a thing a day) are set aside and, in the same transaction, put back over the whole of it:
 * every row is checked all the same. Row by row, PostgreSQL looks up and locks all that each refers
 * to and finds its place in every index, which took most of the time of inserting a city
 * (decisions/03).
 *
 * <p>Primary keys stay. Setting aside locks the table, and those it refers to, against readers; so
 * it is done only where there are none to wait: no row of the table was ever committed and no other
 * session is connected to the database. And only where it pays: not for a file that adds a little
 * to what earlier files of the change brought.
 */
final class FirstLoad {

  private final Connection connection;
  private final List<String> restoring;

  private FirstLoad(Connection connection, List<String> restoring) {
    this.connection = connection;
    this.restoring = restoring;
  }

  /**
   * Sets aside what is in nobody's way; else there is nothing to put back.
   *
   * @param table qualified and quoted
   * @param change the transaction's own; rows of it were seen by nobody
   * @param rows how many will be added
   */
  static FirstLoad begin(Connection connection, String table, long change, long rows)
      throws SQLException {
    List<String> removing = new ArrayList<>();
    List<String> restoring = new ArrayList<>();
    if (alone(connection)
        && rows >= held(connection, table) / 2
        && neverSeen(connection, table, change)) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname),"
                  + " format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))"
                  + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid AND pg_has_role(c.relowner, 'USAGE')"
                  + " WHERE k.conrelid = ?::regclass AND k.contype IN ('f', 'x')"
                  + " UNION ALL SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)"
                  + " FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND pg_has_role(c.relowner, 'USAGE')"
                  + " WHERE i.indrelid = ?::regclass"
                  + " AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid)"
                  + " ORDER BY 1")) {
        statement.setString(1, table);
        statement.setString(2, table);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            removing.add(row.getString(1));
            restoring.add(row.getString(2));
          }
        }
      }
    }
    Collections.reverse(restoring); // indexes first
    FirstLoad load = new FirstLoad(connection, restoring);
    load.run(removing);
    return load;
  }

  /** Puts all back; fails where a row refers to what is not there. */
  void finish() throws SQLException {
    run(restoring);
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static boolean alone(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Within a transaction the list of sessions is the one first looked at.
      statement.execute("SELECT pg_stat_clear_snapshot()");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** About how many rows the table has; those it was last counted with. */
  private static long held(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT reltuples FROM pg_class WHERE oid = ?::regclass")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1); // below zero where it was never counted
      }
    }
  }

  private static boolean neverSeen(Connection connection, String table, long change)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT NOT EXISTS (SELECT FROM " + table + " WHERE opened_by <> ?)")) {
      statement.setLong(1, change);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
