package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService.Answer;

/** Two who each wait for what the other holds. */
class CrossedEditTest {
  private final Town town = new Town();

  /** The hand waits in what follows from its edit, not in what it asked for. */
  @Test
  void anEditThatAnotherOneCrossesIsDoneAgain() throws Exception {
    long from = town.unit("A");
    long to = town.unit("B");
    long household = town.household(from);
    town.person("甲", from, household, "HEAD");
    try (Connection other = town.service.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // the server ends whoever finds the circle first: let it be the hand
      statement.execute("SET LOCAL deadlock_timeout = '60s'");
      statement.execute(
          "SELECT FROM identity.building WHERE id = " + town.building + " FOR NO KEY UPDATE");

      CompletableFuture<Answer> moved =
          CompletableFuture.supplyAsync(
              () ->
                  town.verb(
                      "household",
                      household,
                      "move",
                      "{\"why\":\"搬家\",\"from\":\"2026-05-01\",\"unit\":" + to + "}"));
      waitUntilSomebodyWaits(other);
      statement.execute(
          "SELECT FROM identity.household WHERE id = " + household + " FOR NO KEY UPDATE");
      assertThat(moved).as("the hand lost its turn and waits for another").isNotDone();
      other.commit();

      assertThat(moved.get(30, TimeUnit.SECONDS).status()).isEqualTo(204);
    }
    assertThat(town.members(household, "2026-06-01")).isEqualTo("甲:HEAD@B");
    assertThat(town.members(household, "2026-04-30")).isEqualTo("甲:HEAD@A");
  }

  private void waitUntilSomebodyWaits(Connection other) throws SQLException, InterruptedException {
    String held =
        "SELECT count(*) FROM pg_stat_activity WHERE "
            + other.unwrap(org.postgresql.PGConnection.class).getBackendPID()
            + " = ANY (pg_blocking_pids(pid))";
    while (town.text(held).equals("0")) {
      Thread.sleep(5);
    }
  }
}
