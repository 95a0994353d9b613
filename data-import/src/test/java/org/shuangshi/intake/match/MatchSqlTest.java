package org.shuangshi.intake.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/** Every statement file is understood by the migrated database, and opens with what it is for. */
class MatchSqlTest {

  /** In the order in which one makes what the next takes. */
  private static final List<String> MAKING =
      List.of("matched", "exact", "own", "rest", "rest_name", "held_name");

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void everyStatementIsPreparedAgainstTheMigratedDatabase() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE TEMP TABLE said (n bigint, word text, day date)");
      for (String name : MAKING) {
        statement.execute(MatchSql.named(name));
      }
      List<String> others = files().stream().filter(name -> !MAKING.contains(name)).toList();
      for (String name : others) {
        try (PreparedStatement prepared = connection.prepareStatement(MatchSql.named(name))) {
          assertThat(prepared.getParameterMetaData().getParameterCount()).as(name).isNotNegative();
        }
      }
      assertThat(others).isNotEmpty();
      connection.rollback();
    }
  }

  @Test
  void everyStatementSaysWhatItIsForWhatItTakesAndWhatItGives() throws Exception {
    for (String name : new TreeSet<>(files())) {
      List<String> lines = Files.readAllLines(directory().resolve(name + ".sql"));
      assertThat(lines.get(0)).as(name).startsWith("-- ");
      assertThat(lines).as(name).anyMatch(line -> line.startsWith("-- in:"));
      assertThat(lines).as(name).anyMatch(line -> line.startsWith("-- out:"));
      assertThat(lines).as(name).anyMatch(line -> line.matches("-- plan: (point|window|scan)"));
    }
  }

  private static List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
    }
  }

  private static Path directory() throws Exception {
    URI uri = Objects.requireNonNull(MatchSql.class.getResource("/sql/match")).toURI();
    return Path.of(uri);
  }
}
