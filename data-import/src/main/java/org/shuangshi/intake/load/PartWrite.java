package org.shuangshi.intake.load;

import java.sql.SQLException;
import java.util.Set;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactTable;
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
  private final PersonSeal seal;

  PartWrite(ChangeTransaction transaction, String source, PersonSeal seal) {
    this.transaction = transaction;
    this.seal = seal;
    this.sql = new LoadSql(transaction.connection());
    this.source = source;
  }

  Written write(String table) throws SQLException {
    String rows = "stage";
    if (SEVERAL_TO_A_ROW.contains(table)) {
      sql.run(LoadSql.named(table + "_rows"));
      rows = "part";
    }
    sql.runWith(StageSql.things(rows, table), source);
    sql.runWith(StageSql.nameFresh(rows, table), source);
    sql.run("ANALYZE thing");
    if (table.equals("person")) {
      new SealedPeople(transaction.connection(), seal).bind();
    }
    sql.runWith(LoadSql.named(table), source);
    Written written = new FactWriter(transaction).write(factTable(table), "resolved");
    if (written.inserted() + written.changed() >= LARGE) {
      sql.run("ANALYZE register." + table);
      sql.run("ANALYZE identity." + table);
    }
    for (String temporary : new String[] {"resolved", "sealed", "thing", "part"}) {
      sql.drop(temporary);
    }
    return written;
  }

  private FactTable factTable(String table) throws SQLException {
    // A grid's community is stated by its code; elsewhere the register works it out.
    Set<String> derived =
        switch (table) {
          case "grid" -> Set.of();
          case "address" -> Set.of("community_id", "road_id", "estate_id");
          case "person" ->
              Set.of("registered_unit_id", "document_hash", "document_tail", "erased_at");
          default -> Set.of("community_id");
        };
    return FactTable.read(transaction.connection(), table, derived);
  }

  /** Whether a community is found for the kind's rows by where they lie. */
  static boolean isPlaced(Kind kind) {
    return WITH_PLACE.contains(kind.table());
  }
}
