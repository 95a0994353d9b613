package org.shuangshi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.Kills;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

/**
 * The service killed with signal 9 while it writes an import. What its job says is what the
 * register holds: APPLIED, with the change and every row; or still APPLYING, with none, and then it
 * is taken up again at the next start.
 */
class KilledServiceImportTest {
  private static final int ROWS = 6000;
  private static final int COLUMNS = 100;

  private final TestDatabase database = new TestDatabase();
  @TempDir private Path folder;

  /** What the database says of an import, while nobody works on it. */
  private record Left(String state, long change, int resumed, long facts, long changes) {}

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theJobSaysWhichItWas() throws Exception {
    Kills.assumeAsked();
    database.execute(RunningService.fixture());
    Path keys = TestKeys.file(folder);
    RunningService.with(
            database,
            Map.of(
                "REGISTRY_KEYS",
                keys.toString(),
                "REGISTRY_FILES",
                folder.resolve("files").toString()))
        .close(); // makes the account
    byte[] file = file();
    ServiceProcess service = ServiceProcess.start(database.url(), folder, keys);
    long whole = service.order("whole", file);
    assertThat(service.rested(whole).path("state").asString()).isEqualTo("CHECKED");
    long began = System.nanoTime();
    service.apply(whole);
    assertThat(service.rested(whole).path("state").asString()).isEqualTo("APPLIED");
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

    for (long moment : Kills.moments(took, 4)) {
      String source = "killed-" + moment;
      long id = service.order(source, file);
      assertThat(service.rested(id).path("state").asString()).isEqualTo("CHECKED");
      service.apply(id);
      TimeUnit.MILLISECONDS.sleep(moment);
      service.kill();
      awaitNobody();
      Left left = left(id, source);
      Kills.tell("服务      ", moment, took, "任务 " + left.state() + "，写入 " + left.facts() + " 行");
      boolean applied = left.state().equals("APPLIED");
      assertThat(left)
          .isEqualTo(
              applied
                  ? new Left("APPLIED", left.change(), 0, ROWS, 1)
                  : new Left("APPLYING", 0, 0, 0, 0));

      service = ServiceProcess.start(database.url(), folder, keys);
      JsonNode job = service.rested(id);
      assertThat(job.path("state").asString()).as("%s", job).isEqualTo("APPLIED");
      assertThat(left(id, source))
          .isEqualTo(new Left("APPLIED", job.path("change").asLong(), applied ? 0 : 1, ROWS, 1));
    }
    service.kill();
  }

  private Left left(long id, String source) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT state, coalesce(change_id, 0), resumed,"
                    + " (SELECT count(*) FROM register.building b JOIN identity.building i USING (id)"
                    + " WHERE i.source = '"
                    + source
                    + "' AND upper_inf(b.recorded)),"
                    + " (SELECT count(*) FROM register.change WHERE source = '"
                    + source
                    + "') FROM access.import_job WHERE id = "
                    + id)) {
      row.next();
      return new Left(
          row.getString(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5));
    }
  }

  /** The server notices a dead client when it next writes to it, and rolls back. */
  private void awaitNobody() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (int left = 600; left > 0; left--) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
          row.next();
          if (row.getLong(1) == 0) {
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new AssertionError("the sessions of the service do not end");
  }

  private static byte[] file() {
    String[] rows = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[i] =
          Imports.building(
              "k" + i,
              i + "号楼",
              120.001 + i % COLUMNS * 0.0004,
              30.001 + Math.floorDiv(i, COLUMNS) * 0.0004);
    }
    return Imports.file(rows);
  }
}
