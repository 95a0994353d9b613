package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Holds a change to the areas of an account. An import works as the owner of the tables, whom
 * row-level security does not hold.
 */
final class AreaCheck {

  private AreaCheck() {}

  /**
   * Goes on where nothing was opened or closed outside.
   *
   * @throws ImportException {@code area.outside}
   */
  static void require(Connection connection, long account, long change)
      throws SQLException, ImportException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT kind, id FROM access.written_outside(?, ?)")) {
      statement.setLong(1, account);
      statement.setLong(2, change);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new ImportException(
              "area.outside",
              "文件写到了你的辖区以外（"
                  + label(row.getString(1))
                  + "，编号 "
                  + row.getLong(2)
                  + "），整个文件没有写入；请只留下辖区内的行");
        }
      }
    }
  }

  private static String label(String table) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.tables().contains(table))
        .findFirst()
        .map(Kind::label)
        .orElse(table);
  }
}
