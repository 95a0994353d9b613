package org.shuangshi.intake.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Runs the statements of {@code resources/sql/match}. */
final class MatchSql {

  private final Connection connection;

  MatchSql(Connection connection) {
    this.connection = connection;
  }

  /** The statement of this name, without its comments. */
  static String named(String name) {
    try (InputStream in = MatchSql.class.getResourceAsStream("/sql/match/" + name + ".sql")) {
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

  void run(String name) throws SQLException {
    execute(named(name));
  }

  /**
   * Tables made in this transaction have no figures yet: a plan made without them joins by loops.
   */
  void analyze(String temporaryTable) throws SQLException {
    execute("ANALYZE pg_temp." + temporaryTable);
  }

  void index(String temporaryTable, String column) throws SQLException {
    execute("CREATE INDEX ON pg_temp." + temporaryTable + " (" + column + ")");
  }

  void drop(String... temporaryTables) throws SQLException {
    for (String table : temporaryTables) {
      execute("DROP TABLE IF EXISTS pg_temp." + table);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
