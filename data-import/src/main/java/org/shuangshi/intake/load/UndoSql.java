package org.shuangshi.intake.load;

import java.util.List;
import java.util.stream.Collectors;
import org.shuangshi.intake.fact.FactColumn;
import org.shuangshi.intake.fact.FactTable;

/**
 * Statements of {@link UndoPlan}, composed for one table. Names of tables and columns are the
 * catalog's. The change in question is {@code c}; {@code later} holds the changes that took effect
 * after it.
 *
 * <p>Three states of belief: <i>before</i> the change, right <i>after</i> it, and <i>now</i>.
 */
final class UndoSql {

  private final String kind;
  private final String table;
  private final List<FactColumn> stated;
  private final long c;

  UndoSql(FactTable table, long change) {
    this.kind = "'" + table.name() + "'";
    this.table = "register." + table.name();
    this.stated = table.columns().stream().filter(column -> !column.derived()).toList();
    this.c = change;
  }

  static final String TABLES =
      "CREATE TEMP TABLE undone (kind text NOT NULL, id bigint NOT NULL PRIMARY KEY, fresh boolean NOT NULL) ON COMMIT DROP;"
          + " CREATE TEMP TABLE prior (kind text NOT NULL, id bigint NOT NULL, version bigint NOT NULL, valid daterange NOT NULL,"
          + " again boolean NOT NULL) ON COMMIT DROP; CREATE INDEX ON prior (id);"
          + " CREATE TEMP TABLE ending (kind text NOT NULL, id bigint NOT NULL, version bigint NOT NULL, PRIMARY KEY (kind, version)) ON COMMIT DROP;"
          + " CREATE INDEX ON ending (id);"
          + " CREATE TEMP TABLE found (kind text NOT NULL, id bigint NOT NULL, reason text NOT NULL, other text NOT NULL,"
          + " other_id bigint NOT NULL) ON COMMIT DROP;"
          + " CREATE TEMP TABLE left_alone (kind text NOT NULL, id bigint NOT NULL PRIMARY KEY, reason text NOT NULL,"
          + " other text NOT NULL, other_id bigint NOT NULL) ON COMMIT DROP";

  /**
   * in: change, twice. Changes that took effect after it; not this transaction's own, which has
   * none yet.
   */
  static final String LATER =
      "CREATE TEMP TABLE later ON COMMIT DROP AS SELECT l.id FROM register.change l, register.change c"
          + " WHERE c.id = ? AND l.turn > c.turn";

  /** Things the change wrote of, locked in order of id. */
  String lock() {
    return "SELECT count(*) FROM (SELECT FROM identity."
        + kind.replace("'", "")
        + " i WHERE i.id IN ("
        + touched()
        + ") ORDER BY i.id FOR NO KEY UPDATE) locked";
  }

  private String touched() {
    return "SELECT id FROM "
        + table
        + " WHERE opened_by = "
        + c
        + " UNION SELECT id FROM "
        + table
        + " WHERE closed_by = "
        + c;
  }

  String findTouched() {
    return "INSERT INTO undone (kind, id, fresh) SELECT "
        + kind
        + ", t.id, NOT EXISTS (SELECT FROM "
        + table
        + " b WHERE b.id = t.id AND "
        + beforeBelieved("b")
        + ") AND NOT EXISTS (SELECT FROM "
        + table
        + " b WHERE b.id = t.id AND "
        + beforeClosed("b")
        + ") FROM ("
        + touched()
        + ") t";
  }

  /** Of which something else is believed now than right after the change. */
  String findEdited() {
    return "INSERT INTO found (kind, id, reason, other, other_id) SELECT "
        + kind
        + ", u.id, 'EDITED', '', 0 FROM undone u WHERE u.kind = "
        + kind
        + " AND u.id IN (SELECT r.id FROM later l JOIN "
        + table
        + " r ON r.opened_by = l.id UNION SELECT r.id FROM later l JOIN "
        + table
        + " r ON r.closed_by = l.id)"
        + " AND (EXISTS (SELECT FROM "
        + table
        + " a WHERE a.id = u.id AND "
        + after("a")
        + " AND NOT EXISTS (SELECT FROM "
        + table
        + " n WHERE n.id = a.id AND upper_inf(n.recorded) AND "
        + same("a", "n")
        + ")) OR EXISTS (SELECT FROM "
        + table
        + " n WHERE n.id = u.id AND upper_inf(n.recorded) AND NOT EXISTS (SELECT FROM "
        + table
        + " a WHERE a.id = n.id AND "
        + after("a")
        + " AND "
        + same("a", "n")
        + ")))";
  }

  /** What was believed of things that were known before. */
  String findPrior() {
    return "INSERT INTO prior (kind, id, version, valid, again) "
        + prior(beforeBelieved("b"))
        + " UNION ALL "
        + prior(beforeClosed("b"));
  }

  private String prior(String before) {
    return "SELECT "
        + kind
        + ", b.id, b.version, b.valid, NOT EXISTS (SELECT FROM "
        + table
        + " n WHERE n.id = b.id AND upper_inf(n.recorded) AND "
        + same("b", "n")
        + ") FROM undone u JOIN "
        + table
        + " b ON b.id = u.id WHERE u.kind = "
        + kind
        + " AND NOT u.fresh AND "
        + before;
  }

  /** What is believed and was not before. */
  String findEnding() {
    return "INSERT INTO ending (kind, id, version) SELECT "
        + kind
        + ", n.id, n.version FROM undone u JOIN "
        + table
        + " n ON n.id = u.id AND upper_inf(n.recorded) WHERE u.kind = "
        + kind
        + " AND (u.fresh OR NOT EXISTS (SELECT FROM prior p JOIN "
        + table
        + " b ON b.version = p.version WHERE p.id = n.id AND "
        + same("b", "n")
        + "))";
  }

  /**
   * Things to be undone on some of whose days a row that stays refers to them: it would refer to
   * nothing then. What it does not find now either, it is not to find.
   */
  String findReferred(Reference by) {
    String days =
        by.fact()
            ? "(SELECT range_agg(n.valid * s.valid) FROM "
                + table
                + " n WHERE n.id = s.id AND upper_inf(n.recorded) AND n.valid && s.valid)"
            : "(SELECT range_agg(n.valid) FROM "
                + table
                + " n WHERE n.id = s.id AND upper_inf(n.recorded))";
    return "WITH staying AS MATERIALIZED (SELECT u.id, "
        + (by.fact() ? "x.id AS other_id, x.valid" : "0::bigint AS other_id")
        + " FROM undone u JOIN "
        + by.table()
        + " x ON x."
        + by.column()
        + " = u.id"
        + (by.fact()
            ? " AND upper_inf(x.recorded) AND NOT EXISTS (SELECT FROM undone w WHERE w.id = x.id)"
            : "")
        + " WHERE u.kind = "
        + kind
        + ") INSERT INTO found (kind, id, reason, other, other_id) SELECT DISTINCT ON (s.id) "
        + kind
        + ", s.id, 'REFERRED', '"
        + by.name()
        + "', s.other_id FROM staying s WHERE NOT coalesce((SELECT range_agg(p.valid) FROM prior p WHERE p.id = s.id),"
        + " '{}'::datemultirange) @> coalesce("
        + days
        + ", '{}'::datemultirange) ORDER BY s.id, s.other_id";
  }

  /**
   * Things whose rows of before refer to what was there on their days then, and would not be now.
   *
   * @param of the rows' own table
   */
  String findGone(Reference of) {
    return "INSERT INTO found (kind, id, reason, other, other_id) SELECT DISTINCT ON (p.id) p.kind, p.id, 'GONE', "
        + kind
        + ", x."
        + of.column()
        + " FROM prior p JOIN "
        + of.table()
        + " x ON x.version = p.version WHERE p.kind = '"
        + of.name()
        + "' AND x."
        + of.column()
        + " IS NOT NULL AND NOT coalesce(CASE WHEN EXISTS (SELECT FROM undone u WHERE u.id = x."
        + of.column()
        + ") THEN (SELECT range_agg(q.valid) FROM prior q WHERE q.id = x."
        + of.column()
        + ") ELSE (SELECT range_agg(n.valid) FROM "
        + table
        + " n WHERE n.id = x."
        + of.column()
        + " AND upper_inf(n.recorded)) END, '{}'::datemultirange) @> coalesce((SELECT range_agg(b.valid * p.valid) FROM "
        + table
        + " b WHERE b.id = x."
        + of.column()
        + " AND "
        + before("b")
        + " AND b.valid && p.valid), '{}'::datemultirange) ORDER BY p.id, x."
        + of.column();
  }

  /** A person has one main residence on a day, a household one head: who came since, stays. */
  static String findOverlap(String subject, String condition) {
    return "INSERT INTO found (kind, id, reason, other, other_id) SELECT DISTINCT ON (p.id) p.kind, p.id, 'OVERLAP',"
        + " 'residence', o.id FROM prior p JOIN register.residence x ON x.version = p.version"
        + " JOIN register.residence o ON o."
        + subject
        + " = x."
        + subject
        + " AND o.id <> x.id AND upper_inf(o.recorded) AND o.valid && x.valid WHERE p.kind = 'residence' AND p.again AND x."
        + condition
        + " AND o."
        + condition
        + " AND NOT EXISTS (SELECT FROM ending e WHERE e.kind = 'residence' AND e.version = o.version) ORDER BY p.id, o.id";
  }

  /** Believed and closed rows apart, as the indexes by thing are. */
  private String before(String row) {
    return "(" + beforeBelieved(row) + " OR " + beforeClosed(row) + ")";
  }

  private String beforeBelieved(String row) {
    return "(upper_inf(" + row + ".recorded) AND " + openedBefore(row) + ")";
  }

  private String beforeClosed(String row) {
    return "(NOT upper_inf("
        + row
        + ".recorded) AND "
        + openedBefore(row)
        + " AND ("
        + row
        + ".closed_by = "
        + c
        + " OR "
        + row
        + ".closed_by IN (SELECT id FROM later)))";
  }

  private String openedBefore(String row) {
    return row + ".opened_by <> " + c + " AND " + row + ".opened_by NOT IN (SELECT id FROM later)";
  }

  private static String after(String row) {
    String opened = row + ".opened_by NOT IN (SELECT id FROM later)";
    return "(upper_inf("
        + row
        + ".recorded) AND "
        + opened
        + " OR NOT upper_inf("
        + row
        + ".recorded) AND "
        + opened
        + " AND "
        + row
        + ".closed_by IN (SELECT id FROM later))";
  }

  private String same(String one, String other) {
    return "("
        + one
        + ".valid = "
        + other
        + ".valid AND ("
        + columns(one)
        + ") IS NOT DISTINCT FROM ("
        + columns(other)
        + "))";
  }

  private String columns(String row) {
    return stated.stream()
        .map(column -> row + ".\"" + column.name() + '"')
        .collect(Collectors.joining(", "));
  }
}
