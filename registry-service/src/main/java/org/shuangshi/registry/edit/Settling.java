package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Work in a transaction of a hand that goes beyond the areas of its account: what follows from a
 * change, references over time, what has to be unique. It is done as a role that sees rows of all
 * areas, no name, number or phone of a person, and writes derived columns alone (migration V025).
 */
public final class Settling {

  private Settling() {}

  @FunctionalInterface
  public interface Work<T> {
    T done() throws SQLException;
  }

  /**
   * Does the work; where it throws, the transaction is over, and the role with it. How much there
   * is to do hangs on the change, three rows or a district: its statements are planned by values.
   */
  public static <T> T run(Connection connection, Work<T> work) throws SQLException {
    execute(connection, "SET LOCAL ROLE registry_settle; SET LOCAL plan_cache_mode TO DEFAULT");
    T result = work.done();
    execute(connection, "SET LOCAL ROLE NONE; SET LOCAL plan_cache_mode = force_generic_plan");
    return result;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
