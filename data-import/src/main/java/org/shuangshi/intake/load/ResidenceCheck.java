package org.shuangshi.intake.load;

import java.sql.SQLException;

/**
 * Takes staged residences away that would give a person two main residences, or a household two
 * heads, on one day: the register refuses such rows, and one of them would fail the whole import.
 *
 * <p>Of two rows of a file the earlier is taken. Looks again until nothing is found: what the
 * register believes of a residence stays believed when the row about it is taken away.
 *
 * <p>Not checked: what other hands write between this look and the writing; the register still
 * refuses that.
 */
final class ResidenceCheck {
  private final LoadSql sql;
  private final Issues issues;

  ResidenceCheck(LoadSql sql, Issues issues) {
    this.sql = sql;
    this.issues = issues;
  }

  void oneMainAndOneHead(String source) throws SQLException {
    sql.runWith(LoadSql.named("stated"), source);
    sql.run("ANALYZE stated");
    sql.run(LoadSql.named("held"));
    sql.run("ANALYZE held");
    long[] found = new long[1];
    do {
      sql.run(LoadSql.named("contested"));
      found[0] = 0;
      sql.query(
          "SELECT line, key, what, first_line FROM contested ORDER BY line",
          row -> {
            found[0]++;
            issues.add(
                issue(
                    row.getLong("line"),
                    row.getString("key"),
                    row.getString("what").equals("main"),
                    row.getLong("first_line")));
          });
      sql.run("DELETE FROM stage s USING contested c WHERE c.line = s.line");
      sql.run("DELETE FROM stated s USING contested c WHERE c.line = s.line");
      sql.drop("contested");
    } while (found[0] > 0);
    sql.drop("held");
    sql.drop("stated");
  }

  private static Issue issue(long line, String key, boolean main, long firstLine) {
    String where = firstLine > 0 ? "文件第 " + firstLine + " 行" : "登记库里";
    return new Issue(
        Severity.ERROR,
        main ? "residence.two-mains" : "household.two-heads",
        line,
        key,
        null,
        null,
        main ? "这些日子此人在" + where + "已有主要居所，同一天只能有一处" : "这些日子所属的户在" + where + "已有户主，同一天只能有一位");
  }
}
