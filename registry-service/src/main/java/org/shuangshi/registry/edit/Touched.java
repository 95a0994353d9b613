package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which fact tables a change wrote to.
 *
 * <p>The first at or after the change, not one that is the change's: of a register loaded in a few
 * large changes a plan made for any of them expects to meet one soon, and reads tables of millions
 * of rows to the end for a change that wrote nothing there.
 */
final class Touched {

  private static final String OPENED = tables("opened_by");
  private static final String CLOSED = tables("closed_by");

  private Touched() {}

  private static String tables(String column) {
    return Arrays.stream(ThingKind.values())
        .map(
            kind ->
                "SELECT '%1$s' WHERE c.id = (SELECT x.%2$s FROM register.%1$s x WHERE x.%2$s >= c.id ORDER BY x.%2$s LIMIT 1)"
                    .formatted(kind.table(), column))
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
