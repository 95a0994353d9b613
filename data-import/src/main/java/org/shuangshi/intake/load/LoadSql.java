package org.shuangshi.intake.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Runs the statements of {@code resources/sql/load}, and what {@link StageSql} composes. */
final class LoadSql {

  /** Takes one row of an answer. */
  @FunctionalInterface
  interface Reader {
    void row(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  LoadSql(Connection connection) {
    this.connection = connection;
  }

  /** The statement of this name, without its comments. */
  static String named(String name) {
    try (InputStream in = LoadSql.class.getResourceAsStream("/sql/load/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Connection connection() {
    return connection;
  }

  /** Whether the table has a row. */
  boolean any(String table) throws SQLException {
    boolean[] any = new boolean[1];
    query("SELECT EXISTS (SELECT FROM " + table + ")", row -> any[0] = row.getBoolean(1));
    return any[0];
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement with all its parameters set to one value; answers the rows it touched. */
  long runWith(String sql, Object everyParameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setObject(i, everyParameter);
      }
      return statement.executeLargeUpdate();
    }
  }

  void query(String sql, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.row(rows);
        }
      }
    }
  }

  /** Reads the answer of a statement with one parameter. */
  void queryWith(String sql, String parameter, Reader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(1000);
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.row(rows);
        }
      }
    }
  }

  /** Runs a statement that changes rows and answers some of each. */
  void change(String sql, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.row(rows);
      }
    }
  }

  void drop(String temporaryTable) throws SQLException {
    run("DROP TABLE IF EXISTS pg_temp." + temporaryTable);
  }
}
