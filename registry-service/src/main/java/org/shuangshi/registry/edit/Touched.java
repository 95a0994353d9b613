package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which fact tables a change wrote to. */
final class Touched {

  private static final String OPENED = tables("opened_by");
  private static final String CLOSED = tables("closed_by");

  private Touched() {}

  private static String tables(String column) {
    return Arrays.stream(ThingKind.values())
        .map(
            kind ->
                "SELECT '"
                    + kind.table()
                    + "' WHERE EXISTS (SELECT FROM register."
                    + kind.table()
                    + " WHERE "
                    + column
                    + " = c.id)")
        .collect(
            Collectors.joining(
                " UNION ALL ",
                "SELECT t.* FROM (SELECT CAST(? AS bigint) AS id) c, LATERAL (",
                ") t"));
  }

  /** Tables with rows it opened. */
  static List<String> opened(Connection connection, long change) throws SQLException {
    return ask(connection, OPENED, change);
  }

  /** Tables with rows it closed. */
  static List<String> closed(Connection connection, long change) throws SQLException {
    return ask(connection, CLOSED, change);
  }

  private static List<String> ask(Connection connection, String sql, long change)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, change);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }
}
