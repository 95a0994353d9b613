package org.shuangshi.intake.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.shuangshi.intake.fact.ChangeTransaction;

/** Derives the occupancy of the units a transaction touched anew, at its end. */
final class Occupancy {

  /** Units derived at once: enough to pay for the plan, few enough to stay in memory. */
  private static final int CHUNK = 10_000;

  private final ChangeTransaction transaction;
  private final LoadSql sql;

  Occupancy(ChangeTransaction transaction) {
    this.transaction = transaction;
    this.sql = new LoadSql(transaction.connection());
  }

  /** Finds them: the temporary table {@code touched_unit}. */
  void find() throws SQLException {
    sql.run("CREATE TEMP TABLE touched_unit (unit_id bigint NOT NULL) ON COMMIT DROP");
    OptionalLong change = transaction.findChange();
    if (change.isPresent()) {
      sql.runWith(LoadSql.named("touched_unit"), change.getAsLong());
    }
    sql.run("CREATE INDEX ON touched_unit (unit_id)");
    sql.run("ANALYZE touched_unit");
  }

  /**
   * Derives those found.
   *
   * @param done told after each chunk how many units are done
   */
  void refresh(LongConsumer done) throws SQLException {
    long last = 0;
    long units = 0;
    try (PreparedStatement statement =
        transaction.connection().prepareStatement(LoadSql.named("refresh"))) {
      while (true) {
        statement.setLong(1, last);
        statement.setInt(2, CHUNK);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          long reached = row.getLong(1);
          if (row.wasNull()) {
            return;
          }
          last = reached;
        }
        units += CHUNK;
        done.accept(units);
      }
    }
  }
}
