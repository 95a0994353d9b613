package org.shuangshi.intake.match;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds for many texts at once what of the register each means on its day.
 *
 * <pre>{@code
 * // temp table said (n bigint, word text, day date): distinct pairs of text and day
 * new AddressLinker(connection).link(Target.UNIT);
 * // temp table answer (n, grade, id, …): see answer_unit.sql
 * }</pre>
 *
 * <p>The rules:
 *
 * <ol>
 *   <li>A to the letter: the text is the official text of one address on the day; else the former
 *       text or an alias of one alone. This is one join, and most texts.
 *   <li>What is left is matched by {@link org.shuangshi.gis.address.AddressMatcher} against every
 *       address that shares a road, an estate or a village with any way to read the text. All of
 *       them, also those nothing is at: one that alone fits must be the only one there is.
 *   <li>Only what stands on the day is linked; an address several units have leads to none of them.
 * </ol>
 *
 * <p>In memory: the names of the register, and the addresses of a few names at a time.
 */
public final class AddressLinker {

  private final MatchSql sql;

  public AddressLinker(Connection connection) {
    sql = new MatchSql(connection);
  }

  /**
   * Links what {@code said} holds; within a transaction, since cursors are read.
   *
   * @param target what the texts lead to
   */
  public void link(Target target) throws SQLException {
    sql.drop("answer");
    sql.run("matched");
    sql.run("exact");
    if (target == Target.UNIT) {
      sql.run("own");
      sql.index("own", "place");
      sql.analyze("own");
      sql.run("exact_own");
    }
    sql.analyze("exact");
    sql.run("settle");
    sql.analyze("matched");
    new RestMatching(sql, target == Target.UNIT).run();
    sql.analyze("matched");
    sql.run("answer_" + target.table());
    sql.analyze("answer");
    sql.drop("own", "exact", "matched");
  }
}
