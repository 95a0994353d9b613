package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.city.CityGenerator;
import org.shuangshi.intake.cli.RegistryCommand;
import org.shuangshi.intake.database.KillCluster;
import org.shuangshi.intake.keyring.TestKeys;

/**
 * The import of a whole city, a process of its own, killed with signal 9 at moments nobody chose;
 * then the database server under it, then its session alone. Afterwards the register holds what it
 * held before, or all of the city.
 */
class KilledImportTest {
  private static final int KILLED = 128 + 9;
  private static final int BUILDINGS = 800;
  private static final long LONGEST_SECONDS = 300;

  /** What is killed. */
  private enum Victim {
    IMPORT("导入进程  ", 1),
    SERVER("数据库    ", 2),
    SESSION("数据库会话", 3);

    private final String label;
    private final long seed;

    Victim(String label, long seed) {
      this.label = label;
      this.seed = seed;
    }
  }

  @TempDir private static Path directory;

  @BeforeAll
  static void generate() throws Exception {
    Kills.assumeAsked();
    new CityGenerator(step -> {})
        .generate(BUILDINGS, 9, LocalDate.of(2026, 7, 1), directory.resolve("city"));
  }

  @Test
  void theRegisterIsBeforeOrAfterNeverBetween() throws Exception {
    try (KillCluster cluster = KillCluster.start()) {
      cluster.create("kill_whole");
      String before = sums(cluster, "kill_whole");
      long began = System.nanoTime();
      Process whole = start(cluster.url("kill_whole"));
      assertThat(whole.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(whole.exitValue()).isZero();
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      String after = sums(cluster, "kill_whole");
      assertThat(after).isNotEqualTo(before);

      for (Victim victim : Victim.values()) {
        String left = "";
        for (long moment : Kills.moments(took, victim.seed)) {
          if (!left.equals(before)) {
            cluster.create("kill_trial"); // what is as it was is tried again
          }
          left = kill(cluster, victim, moment, took, before, after);
        }
        if (left.equals(before)) {
          goesOn(cluster, after);
        }
      }
    }
  }

  private static String kill(
      KillCluster cluster, Victim victim, long moment, long took, String before, String after)
      throws Exception {
    Process process = start(cluster.url("kill_trial"));
    boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
    switch (victim) {
      case IMPORT -> process.destroyForcibly();
      case SERVER -> cluster.killServer();
      case SESSION -> cluster.killBackends("kill_trial");
    }
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    cluster.restart();
    awaitNobody(cluster);
    String now = sums(cluster, "kill_trial");
    boolean changed = !now.equals(before);
    String came = changed ? "之后：全部写入" : "之前：没有改动";
    Kills.tell(victim.label, moment, took, came + "，退出码 " + process.exitValue());
    assertThat(now)
        .as("%s killed after %d of %d ms", victim, moment, took)
        .isEqualTo(changed ? after : before);
    if (process.exitValue() == 0) {
      assertThat(changed).as("it said it was done").isTrue();
    } else if (victim == Victim.IMPORT && !ended) {
      assertThat(process.exitValue()).isEqualTo(KILLED);
    }
    return now;
  }

  /** Nothing that was killed is in the way of the next import. */
  private static void goesOn(KillCluster cluster, String after) throws Exception {
    Process again = start(cluster.url("kill_trial"));
    assertThat(again.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();
    assertThat(sums(cluster, "kill_trial")).isEqualTo(after);
  }

  private static String sums(KillCluster cluster, String name) throws SQLException {
    try (Connection connection = cluster.connect(name)) {
      return FactSums.of(connection);
    }
  }

  /** The server notices a dead client when it next writes to it, and rolls back. */
  private static void awaitNobody(KillCluster cluster) throws Exception {
    try (Connection connection = cluster.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (int left = 600; left > 0; left--) {
        try (var row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = 'kill_trial'"
                    + " AND backend_type = 'client backend'")) {
          row.next();
          if (row.getLong(1) == 0) {
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new AssertionError("the session of the import does not end");
  }

  private static Process start(String url) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryCommand.class.getName(),
                "import",
                "--set",
                directory.resolve("city").toString(),
                "--from",
                "2026-01-01"));
    Map<String, String> environment = builder.environment();
    environment.put("REGISTRY_DB_URL", url);
    environment.put("REGISTRY_KEYS", TestKeys.file(directory).toString());
    environment.remove("REGISTRY_DB_USER");
    environment.remove("REGISTRY_DB_PASSWORD");
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("output.txt").toFile());
    return builder.start();
  }
}
