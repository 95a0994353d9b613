package org.shuangshi.intake.city.dirt;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Changes rows of a finished file. */
final class RawEdits {
  private RawEdits() {}

  /**
   * Does it.
   *
   * @param edits by number of the row, from 1
   */
  static void apply(Path file, SortedMap<Long, RawEdit> edits) throws IOException {
    if (file.toString().endsWith(".csv")) {
      lines(file, edits);
    } else {
      shapes(file, edits);
    }
  }

  private static void lines(Path file, SortedMap<Long, RawEdit> edits) throws IOException {
    Path changed = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedReader in = Files.newBufferedReader(file);
        BufferedWriter out = Files.newBufferedWriter(changed)) {
      long number = 0; // the header
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        RawEdit edit = edits.get(number);
        out.write(edit == null || edit.line() == null ? line : edit.line().apply(line));
        out.write("\r\n");
        number++;
      }
    }
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The triggers that keep the index want functions SQLite alone has not. */
  private static void shapes(Path file, SortedMap<Long, RawEdit> edits) throws IOException {
    String table = String.valueOf(file.getFileName()).replace(".gpkg", "");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      List<String> triggers = dropTriggers(connection, table);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE \"" + table + "\" SET geom = ? WHERE fid = ?")) {
        for (Map.Entry<Long, RawEdit> edit : edits.entrySet()) {
          Supplier<byte[]> shape = edit.getValue().shape();
          if (shape != null) {
            update.setBytes(1, shape.get());
            update.setLong(2, edit.getKey());
            update.executeUpdate();
          }
        }
      }
      try (Statement statement = connection.createStatement()) {
        for (String trigger : triggers) {
          statement.execute(trigger);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot spoil " + file.getFileName(), e);
    }
  }

  private static List<String> dropTriggers(Connection connection, String table)
      throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
                + " ORDER BY rowid")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
          texts.add(row.getString(2));
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        statement.execute("DROP TRIGGER \"" + name + "\"");
      }
    }
    return texts;
  }
}
