package org.shuangshi.intake.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

class CoordinateSqlTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void everyStatementIsUnderstoodByTheServerAndSaysWhatItIsFor() throws Exception {
    Path directory =
        Path.of(Objects.requireNonNull(KnownPlaces.class.getResource("/sql/coordinate")).toURI());
    try (Connection connection = database.connect();
        Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("-- ");
        assertThat(lines).anyMatch(line -> line.startsWith("-- in:"));
        assertThat(lines).anyMatch(line -> line.startsWith("-- out:"));
        assertThat(lines).anyMatch(line -> line.matches("-- plan: (point|window|scan)"));
        String name = file.getFileName().toString().replace(".sql", "");
        try (PreparedStatement statement = connection.prepareStatement(KnownPlaces.named(name))) {
          assertThat(statement.getParameterMetaData().getParameterCount()).isNotNegative();
        }
      }
    }
  }
}
