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

  /** Does the work; where it throws, the transaction is over, and the role with it. */
  public static <T> T run(Connection connection, Work<T> work) throws SQLException {
    execute(connection, "SET LOCAL ROLE registry_settle");
    T result = work.done();
    execute(connection, "SET LOCAL ROLE NONE");
    return result;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
