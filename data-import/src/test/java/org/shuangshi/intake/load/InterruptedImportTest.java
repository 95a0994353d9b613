package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.cli.RegistryCommand;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.keyring.TestKeys;

/**
 * The command line's import, a process of its own, killed with signal 9 in the middle of its
 * transaction. A lock of the test's holds it before its first row, half-way and before its last.
 */
class InterruptedImportTest {

  private static final int KILLED = 128 + 9;

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"building", "unit", "evidence", "unit_occupancy"})
  void killedWhileItWaitsForATableTheRegisterIsAsItWas(String table) throws Exception {
    Imports imports = new Imports(database, directory);
    town(imports);
    Path set = citySet();
    String before = imports.everything();
    long pages = pages(imports);

    Process process;
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE register." + table + " IN SHARE MODE");
      process = startImport(set);
      while (!waiting(imports, table)) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
            .as("ended before it came so far")
            .isFalse();
      }
      if (!table.equals("building")) {
        // Rows of the open transaction lie in the file already, though nobody sees them.
        assertThat(pages(imports)).isGreaterThan(pages);
      }
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      holder.rollback();
    }
    assertThat(process.exitValue()).isEqualTo(KILLED);
    waitForItsSession();
    assertThat(imports.everything()).isEqualTo(before);

    // And nothing it held is in the way of the next.
    Process again = startImport(set);
    assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();
    assertThat(imports.ask("SELECT DISTINCT state FROM unit_occupancy ORDER BY 1"))
        .containsExactly("UNVISITED", "VERIFIED_VACANT");
    assertThat(imports.everything()).isNotEqualTo(before);
  }

  private static void town(Imports imports) throws Exception {
    imports.source("town");
    imports.geojson(
        Kind.REGIONS,
        square("\"id\":\"R1\",\"code\":\"330199\",\"name\":\"澄湖区\"", 120, 30, 0.1),
        square("\"id\":\"R2\",\"code\":\"330199001\",\"name\":\"中山街道\"", 120, 30, 0.1),
        square("\"id\":\"R3\",\"code\":\"330199001001\",\"name\":\"东社区\"", 120, 30, 0.1));
    imports.geojson(Kind.BUILDINGS, building(1, "旧名"));
    imports.csv(Kind.UNITS, "id,building,entrance,floor,room", "U0,B1,,1,101");
  }

  private static String building(int number, String name) {
    return square(
        "\"id\":\"B%d\",\"name\":\"%s\",\"floors\":6".formatted(number, name),
        120.001 + number % 30 * 0.003,
        30.001 + Math.floorDiv(number, 30) * 0.003,
        0.001);
  }

  /** Alters what is there (a name, a room) and adds 300 buildings, units and visits. */
  private Path citySet() throws Exception {
    StringBuilder buildings = new StringBuilder(building(1, "新名"));
    StringBuilder units = new StringBuilder("id,building,entrance,floor,room\nU0,B1,,1,102\n");
    StringBuilder visits = new StringBuilder("id,unit,kind,date,finding\n");
    for (int i = 2; i <= 301; i++) {
      buildings.append(",\n").append(building(i, i + "幢"));
      units.append("U%d,B%d,1单元,1,101%n".formatted(i, i));
      visits.append("E%d,U%d,VISIT,2024-05-02,EMPTY%n".formatted(i, i));
    }
    Path set = Files.createDirectory(directory.resolve("set"));
    Files.writeString(
        set.resolve("buildings.geojson"),
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}},\"features\":["
            + buildings
            + "]}");
    Files.writeString(set.resolve("units.csv"), units);
    Files.writeString(set.resolve("evidence.csv"), visits);
    Files.writeString(
        set.resolve("city.json"),
        """
        {"name":"town","files":[{"file":"buildings.geojson","as":"buildings"},
         {"file":"units.csv","as":"units"},{"file":"evidence.csv","as":"evidence"}]}""");
    return set;
  }

  private Process startImport(Path set) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RegistryCommand.class.getName(),
            "import",
            "--set",
            set.toString(),
            "--from",
            "2024-03-01");
    Map<String, String> environment = builder.environment();
    environment.put("REGISTRY_DB_URL", database.url());
    environment.put("REGISTRY_KEYS", TestKeys.file(directory).toString());
    environment.remove("REGISTRY_DB_USER");
    environment.remove("REGISTRY_DB_PASSWORD");
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("output.txt").toFile());
    return builder.start();
  }

  private static boolean waiting(Imports imports, String table) {
    return imports.count(
            "pg_locks WHERE NOT granted AND relation = 'register." + table + "'::regclass")
        > 0;
  }

  /** The writers' turn comes when the server has noticed the death and rolled back. */
  private void waitForItsSession() throws SQLException {
    ChangeReason reason = new ChangeReason("t", "t", "t", ChangeReason.Kind.IMPORT);
    try (Connection connection = database.connect();
        ChangeTransaction turn = ChangeTransaction.beginImport(connection, reason, () -> {})) {
      assertThat(turn.findChange()).isEmpty();
    }
  }

  private static long pages(Imports imports) {
    return Long.parseLong(imports.ask("SELECT pg_relation_size('register.building')").get(0));
  }
}
