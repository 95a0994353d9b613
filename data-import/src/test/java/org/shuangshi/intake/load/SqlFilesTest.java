package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/** Every statement file is understood by the migrated database, and opens with what it is for. */
class SqlFilesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Set<String> prepared = new TreeSet<>();

  @Test
  void everyStatementIsPreparedAgainstTheMigratedDatabase() throws Exception {
    for (Kind kind : Kind.values()) {
      try (Connection connection = database.connect()) {
        connection.setAutoCommit(false);
        temporaryTables(connection, kind);
        if (PartWrite.isPlaced(kind)) {
          prepare(connection, "place", "points", "outside");
        }
        if (kind == Kind.BUILDINGS) {
          prepare(
              connection,
              "same_geometry",
              "near_address",
              "far_address",
              "relink_unit",
              "relink_unit_write",
              "relink_household",
              "relink_residence",
              "moved_building",
              "moved_own_unit",
              "moved_far",
              "altered",
              "touched_unit",
              "occupied_before",
              "vacated",
              "refresh");
        }
        switch (kind) {
          case REGIONS -> prepare(connection, "same_region");
          case ADDRESSES ->
              prepare(
                  connection,
                  "same_text",
                  "text_held",
                  "other_building",
                  "reregister",
                  "gone_road",
                  "gone_estate");
          case UNITS -> prepare(connection, "again_unit", "again_household", "again_residence");
          case ROADS -> prepare(connection, "relink_road");
          case ESTATES -> prepare(connection, "relink_estate");
          case PEOPLE ->
              prepare(
                  connection,
                  "stated",
                  "held",
                  "contested",
                  "people_sealed",
                  "people_staged",
                  "again_person");
          default -> {
            // the tables below are all it has
          }
        }
        for (String table : kind.tables()) {
          if (files().contains(table + "_rows")) {
            prepare(connection, table + "_rows");
          }
          prepare(connection, table);
        }
        connection.rollback();
      }
    }
    assertThat(prepared).isEqualTo(new TreeSet<>(files()));
  }

  @Test
  void everyStatementSaysWhatItIsForWhatItTakesAndWhatItGives() throws Exception {
    for (String name : files()) {
      List<String> lines = Files.readAllLines(directory().resolve(name + ".sql"));
      assertThat(lines.get(0)).as(name).startsWith("-- ");
      assertThat(lines).as(name).anyMatch(line -> line.startsWith("-- in:"));
      assertThat(lines).as(name).anyMatch(line -> line.startsWith("-- out:"));
      assertThat(lines).as(name).anyMatch(line -> line.matches("-- plan: (point|window|scan)"));
    }
  }

  private static void temporaryTables(Connection connection, Kind kind) throws SQLException {
    Staging.create(connection, kind);
    try (Statement statement = connection.createStatement()) {
      for (Column column : kind.columns()) {
        if (column.reference() != null) {
          statement.execute(
              "CREATE TEMP TABLE "
                  + StageSql.reference(column)
                  + " (key text, id bigint, found bigint)");
        }
      }
      statement.execute("CREATE TEMP TABLE thing (line bigint, id bigint, fresh boolean)");
      statement.execute("CREATE TEMP TABLE part (line bigint, key text)");
      statement.execute(
          "CREATE TEMP TABLE place (line bigint, point geometry(Point, 4490), day date)");
      statement.execute("CREATE TEMP TABLE placed (line bigint, community_id bigint)");
      statement.execute(
          "CREATE TEMP TABLE stated (line bigint, key text, person bigint, household bigint,"
              + " residence bigint, days daterange, exact boolean, main boolean, head boolean)");
      statement.execute(
          "CREATE TEMP TABLE held (what text, subject bigint, residence bigint, days daterange)");
      statement.execute("CREATE TEMP TABLE moved_building (id bigint)");
      statement.execute(
          "CREATE TEMP TABLE moved_unit (id bigint, version bigint, community_id bigint)");
      statement.execute("CREATE TEMP TABLE touched_unit (unit_id bigint)");
      statement.execute(
          "CREATE TEMP TABLE was_occupied (unit_id bigint, grid_id bigint, days datemultirange)");
      statement.execute(LoadSql.named("people_sealed"));
    }
  }

  private void prepare(Connection connection, String... names) throws SQLException {
    for (String name : names) {
      try (PreparedStatement statement = connection.prepareStatement(LoadSql.named(name))) {
        // Asking for the parameters has the server parse and analyse the statement.
        assertThat(statement.getParameterMetaData().getParameterCount()).as(name).isNotNegative();
      }
      prepared.add(name);
    }
  }

  private static List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
    }
  }

  private static Path directory() throws Exception {
    URI uri = Objects.requireNonNull(Importer.class.getResource("/sql/load")).toURI();
    return Path.of(uri);
  }
}
