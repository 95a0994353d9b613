package org.shuangshi.intake.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes what a staged relation says of things into their versioned table, in sets.
 *
 * <p>The staged relation is a temporary table with at most one row per thing and the columns
 *
 * <ul>
 *   <li>{@code id}, the thing; {@code fresh}, true where this transaction made the id and nothing
 *       is written of it yet;
 *   <li>{@code since}, {@code until}: the days [since, until) it speaks of; until null: no end
 *       known;
 *   <li>{@code exact}, which of the two verbs it is;
 *   <li>every column of {@link FactTable#columns()}, with its type.
 * </ul>
 *
 * <p>The rules, for the believed rows of one thing:
 *
 * <ol>
 *   <li>Nothing believed of those days: the statement is opened as it stands.
 *   <li>A <i>change</i> ({@code exact} false: from {@code since} on it is so). Rows that share a
 *       day with it are closed; what they said before {@code since} is said again in a row of its
 *       own, or, where it was the same, the new row begins as early as they did. What they said
 *       from {@code until} on is not: the statement names the end.
 *   <li>A <i>correction</i> of a stated period ({@code exact} true: a residence, a visit). Rows
 *       that share a day with it are closed and nothing of them is said again.
 *   <li>Unchanged, and nothing is written: a change, where one believed row with the same
 *       attributes begins no later and ends the same day; a correction, where one has the same days
 *       too.
 *   <li>Rows this same change opened were never believed by anyone: they are taken back, not
 *       closed. So of several statements of one transaction the last stands.
 * </ol>
 *
 * <p>Things that seem to differ are locked before they are compared again and written, so what a
 * hand wrote meanwhile is neither lost nor overlooked.
 *
 * <p>Not checked: that the things referred to exist on those days.
 */
public final class FactWriter {

  /** From so many new rows on, looking twice at how to write them is worth it. */
  private static final long MANY = 1000;

  private final ChangeTransaction transaction;

  public FactWriter(ChangeTransaction transaction) {
    this.transaction = transaction;
  }

  /** What became of the staged rows. */
  public record Written(long inserted, long changed, long unchanged) {
    public Written plus(Written other) {
      return new Written(
          inserted + other.inserted, changed + other.changed, unchanged + other.unchanged);
    }
  }

  /** Writes the staged rows; makes the change record if there is anything to write. */
  public Written write(FactTable table, String staged) throws SQLException {
    FactSql sql = new FactSql(table, staged);
    execute("ANALYZE " + FactSql.quoted(staged));
    Written known = writeKnown(sql);
    // last: who has moved out makes room for who moves in
    return openFresh(sql).plus(known);
  }

  private Written openFresh(FactSql sql) throws SQLException {
    long fresh = count(sql.countFresh());
    if (fresh >= MANY) {
      transaction.setAside(sql.qualified(), fresh);
    }
    if (fresh > 0) {
      executeAt(sql.openFresh());
    }
    transaction.written(sql.qualified());
    return new Written(fresh, 0, 0);
  }

  private Written writeKnown(FactSql sql) throws SQLException {
    long known = count(sql.countKnown());
    if (known == 0) {
      return new Written(0, 0, 0);
    }
    execute(sql.suspects());
    if (count("SELECT count(*) FROM fact_suspect") == 0) {
      execute("DROP TABLE fact_suspect");
      return new Written(0, 0, known);
    }
    execute("ANALYZE fact_suspect");
    count(sql.lockSuspects());
    execute(sql.delta());
    execute("DROP TABLE fact_suspect");
    execute("ANALYZE fact_delta");
    long[] delta = counts(sql.countDelta());
    if (delta[1] > 0) {
      executeWithChange(sql.superseded());
      execute("ANALYZE fact_superseded");
      execute(sql.takeBackOwn());
      execute(sql.shortenOwn());
      executeWithChange(sql.close());
      executeWithChange(sql.reopenBefore());
      executeAt(sql.openChanged());
      execute("DROP TABLE fact_superseded");
    }
    execute("DROP TABLE fact_delta");
    return new Written(delta[0], delta[1] - delta[0], known - delta[1]);
  }

  private Connection connection() {
    return transaction.connection();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private void executeWithChange(String sql) throws SQLException {
    long change = transaction.change();
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, change);
      statement.executeUpdate();
    }
  }

  private void executeAt(String sql) throws SQLException {
    ChangeTransaction.Change change = transaction.record();
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setObject(1, change.at());
      statement.setLong(2, change.id());
      statement.executeUpdate();
    }
  }

  private long count(String sql) throws SQLException {
    return counts(sql)[0];
  }

  private long[] counts(String sql) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      long[] counts = new long[row.getMetaData().getColumnCount()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = row.getLong(i + 1);
      }
      return counts;
    }
  }
}
