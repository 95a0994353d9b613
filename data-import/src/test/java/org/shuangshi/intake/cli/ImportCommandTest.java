package org.shuangshi.intake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;

/**
 * The options of {@code registry import} that say which column is what, as a process of its own.
 */
class ImportCommandTest {

  private static final long LONGEST_SECONDS = 120;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  /** How it ended, and all it said. */
  private record Ended(int code, String text) {}

  private Ended run(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryCommand.class.getName(),
                "import"));
    command.addAll(List.of(options));
    Path output = directory.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("REGISTRY_DB_URL", database.url());
    environment.put("REGISTRY_KEYS", TestKeys.file(directory).toString());
    environment.remove("REGISTRY_DB_USER");
    environment.remove("REGISTRY_DB_PASSWORD");
    Process process = builder.start();
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private String file(String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  private static List<String> doors(String source) throws Exception {
    List<String> doors = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT i.key || ' ' || a.text || coalesce(' ' || ST_AsText(a.geom, 6), '')"
                    + " FROM address a JOIN identity.address i USING (id)"
                    + (" WHERE i.source = '" + source + "' ORDER BY i.key"))) {
      while (rows.next()) {
        doors.add(rows.getString(1));
      }
    }
    return doors;
  }

  @Test
  void columnsThatAreMappedAreReadKeptAndUsedAgain() throws Exception {
    String first =
        file("一.csv", "编号,街,号,位置A,位置B,路/街/巷", "M1,甲路,1号,121.481,31.221,乙路", "M2,甲路,2号,东,31.2,乙路");
    Ended mapped =
        run(
            first,
            "--as",
            "addresses",
            "--source",
            "街道",
            "--rejected",
            directory.toString(),
            "--map",
            "街=road",
            "--map",
            "号=door_number",
            "--map",
            "路/街/巷=",
            "--map",
            "位置A=lon",
            "--map",
            "位置B=lat");
    assertThat(mapped.code()).as(mapped.text()).isZero();
    assertThat(doors("街道")).containsExactly("M1 甲路1号 POINT(121.481 31.221)");
    assertThat(Files.readString(directory.resolve("一.被拒绝.csv")))
        .contains("编号,街,号,位置A,位置B,路/街/巷,问题代码")
        .contains("M2,甲路,2号,东,31.2,乙路,geometry.unreadable");

    String next = file("二.csv", "编号,街,号,位置A,位置B,路/街/巷", "M3,甲路,3号,121.483,31.223,乙路");
    Ended again = run(next, "--as", "addresses", "--source", "街道");
    assertThat(again.code()).as(again.text()).isZero();
    assertThat(doors("街道")).contains("M3 甲路3号 POINT(121.483 31.223)");

    Ended named = run(next, "--as", "addresses", "--source", "别处", "--profile", "街道", "--dry-run");
    assertThat(named.code()).as(named.text()).isZero();
    assertThat(doors("别处")).isEmpty();
    Ended alone = run(next, "--as", "addresses", "--source", "别处", "--no-profile");
    assertThat(alone.code()).as(alone.text()).isZero();
    assertThat(doors("别处")).as("by its names alone").containsExactly("M3 乙路3号");
  }

  @Test
  void whatCannotBeMappedIsSaidAndChangesNothing() throws Exception {
    String file = file("三.csv", "编号,路/街/巷,门牌号,位置A,位置B", "N1,丙路,1号,121.481,31.221");
    Ended half = run(file, "--as", "addresses", "--map", "位置A=lon");
    assertThat(half.code()).isEqualTo(1);
    assertThat(half.text()).contains("坐标要成对", "lat（纬度、北坐标）");
    file("city.json", "{\"name\":\"x\",\"files\":[{\"file\":\"三.csv\",\"as\":\"addresses\"}]}");
    Ended set = run("--set", directory.toString(), "--map", "位置A=lon");
    assertThat(set.code()).as(set.text()).isEqualTo(2);
    assertThat(doors("三")).isEmpty();
  }
}
