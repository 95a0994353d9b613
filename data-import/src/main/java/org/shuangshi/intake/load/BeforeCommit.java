package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a caller has done in the same transaction, as its last step: a row of its own that says how
 * it ended is there exactly when what it speaks of is. Where it throws, all is rolled back. Not
 * called where nothing is committed: a dry run, a refusal.
 *
 * @param <S> what is about to be committed
 */
@FunctionalInterface
public interface BeforeCommit<S> {

  /**
   * Called right before the commit.
   *
   * @param connection the transaction's, as the owner of the tables; not to be committed or closed
   */
  void run(Connection connection, S summary) throws SQLException;

  /** Nothing to add. */
  static <S> BeforeCommit<S> nothing() {
    return (connection, summary) -> {};
  }
}
