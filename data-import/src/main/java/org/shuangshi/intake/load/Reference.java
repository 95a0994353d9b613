package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shuangshi.intake.fact.FactTable;

/**
 * A column by which rows of one table refer to things of another.
 *
 * @param table qualified, of the rows that refer
 * @param name of that table, as things of it are told
 * @param fact whether it has versions: then it refers on the days of each, else at all times
 */
record Reference(String table, String name, boolean fact, String column, String target) {

  /** Caches of the register, and records of what once was: they hold nothing in its place. */
  private static final Set<String> HOLDING_NOTHING =
      Set.of("unit_occupancy", "community_move", "erasure", "erased_key");

  private static final String KEYS =
      "SELECT n.nspname, c.relname, a.attname, t.relname AS target, EXISTS (SELECT FROM pg_attribute f"
          + " WHERE f.attrelid = c.oid AND f.attname = 'recorded') AS fact"
          + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]"
          + " JOIN pg_class t ON t.oid = k.confrelid"
          + " WHERE k.contype = 'f' AND t.relnamespace = 'identity'::regnamespace AND a.attname <> 'id'"
          + " ORDER BY c.relname, a.attname";

  /**
   * All that are stated: links the register works out itself follow what they lead to. Who descends
   * from whom is kept without foreign keys, as the things may be of any kind.
   */
  static List<Reference> list(Connection connection, List<String> targets) throws SQLException {
    List<Reference> references = new ArrayList<>();
    new LoadSql(connection)
        .query(
            KEYS,
            row -> {
              if (!HOLDING_NOTHING.contains(row.getString("relname"))) {
                references.add(read(row));
              }
            });
    List<Reference> stated = new ArrayList<>();
    for (Reference each : references) {
      if (!each.fact || !derived(connection, each)) {
        stated.add(each);
      }
    }
    for (String target : targets) {
      stated.add(new Reference("register.lineage", "lineage", true, "from_id", target));
      stated.add(new Reference("register.lineage", "lineage", true, "to_id", target));
    }
    return stated;
  }

  private static Reference read(ResultSet row) throws SQLException {
    String name = row.getString("relname");
    return new Reference(
        row.getString("nspname") + "." + name,
        name,
        row.getBoolean("fact"),
        row.getString("attname"),
        row.getString("target"));
  }

  private static boolean derived(Connection connection, Reference each) throws SQLException {
    FactTable table = RegisterTables.read(connection, each.name);
    return table.derived().contains(each.column);
  }
}
