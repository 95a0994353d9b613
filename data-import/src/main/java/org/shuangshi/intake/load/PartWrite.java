package org.shuangshi.intake.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactWriter;
import org.shuangshi.intake.fact.FactWriter.Written;
import org.shuangshi.intake.keyring.PersonSeal;

/** Writes one fact table's part of the staged rows: who they are about, then what they say. */
final class PartWrite {

  /** Statistics are worth their time from this many rows on. */
  private static final long LARGE = 1000;

  private static final Set<String> SEVERAL_TO_A_ROW = Set.of("entrance", "person", "residence");
  private static final Set<String> WITH_PLACE = Set.of("estate", "address", "building");

  private final ChangeTransaction transaction;
  private final LoadSql sql;
  private final String source;
  private final LocalDate day;
  private final PersonSeal seal;

  /**
   * @param day on which things of the source that are in no row count as missing
   */
  PartWrite(ChangeTransaction transaction, String source, LocalDate day, PersonSeal seal) {
    this.transaction = transaction;
    this.seal = seal;
    this.sql = new LoadSql(transaction.connection());
    this.source = source;
    this.day = day;
  }

  /** What became of the rows, and how many things of the source are in none of them. */
  record Part(Written written, long missing) {}

  Part write(String table) throws SQLException {
    String rows = "stage";
    if (SEVERAL_TO_A_ROW.contains(table)) {
      sql.run(LoadSql.named(table + "_rows"));
      rows = "part";
    }
    boolean known = known(table);
    sql.runWith(StageSql.things(rows, table), source);
    sql.runWith(StageSql.nameFresh(rows, table), source);
    sql.run("ANALYZE thing");
    if (table.equals("person")) {
      new SealedPeople(transaction.connection(), seal).bind();
    }
    sql.runWith(LoadSql.named(table), source);
    Written written =
        new FactWriter(transaction)
            .write(RegisterTables.read(transaction.connection(), table), "resolved");
    if (written.inserted() + written.changed() >= LARGE) {
      sql.run("ANALYZE register." + table);
      sql.run("ANALYZE identity." + table);
    }
    long missing = known ? missing(table) : 0;
    for (String temporary : new String[] {"resolved", "sealed", "thing", "part"}) {
      sql.drop(temporary);
    }
    return new Part(written, missing);
  }

  private boolean known(String table) throws SQLException {
    boolean[] known = new boolean[1];
    sql.queryWith(StageSql.known(table), source, row -> known[0] = row.getBoolean(1));
    return known[0];
  }

  private long missing(String table) throws SQLException {
    try (PreparedStatement statement =
        transaction.connection().prepareStatement(StageSql.missing(table))) {
      statement.setObject(1, day);
      statement.setObject(2, day);
      statement.setString(3, source);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Whether a community is found for the kind's rows by where they lie. */
  static boolean isPlaced(Kind kind) {
    return WITH_PLACE.contains(kind.table());
  }
}
