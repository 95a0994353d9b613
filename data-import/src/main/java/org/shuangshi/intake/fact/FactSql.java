package org.shuangshi.intake.fact;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements of {@link FactWriter}, composed for one table. The staged relation {@code s} and
 * the rules are described there.
 *
 * <p>{@code fact_delta} holds the staged rows that say something new of a thing already known;
 * {@code fact_superseded} the believed rows they overlap.
 */
final class FactSql {

  private final String table;
  private final String identity;
  private final String staged;
  private final List<FactColumn> columns;

  FactSql(FactTable table, String staged) {
    this.table = "register." + quoted(table.name());
    this.identity = "identity." + quoted(table.name());
    this.staged = quoted(staged);
    this.columns = table.columns();
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The table's name with its schema, quoted. */
  String qualified() {
    return table;
  }

  /** in: instant, change id. Things never heard of before: one version each. */
  String openFresh() {
    return "INSERT INTO "
        + table
        + " (id, valid, recorded, opened_by, "
        + list(FactColumn::quoted)
        + ")"
        + " SELECT s.id, daterange(s.since, s.until), tstzrange(?, NULL), ?, "
        + list(c -> "s." + c.quoted())
        + " FROM "
        + staged
        + " s WHERE s.fresh";
  }

  String countFresh() {
    return "SELECT count(*) FROM " + staged + " s WHERE s.fresh";
  }

  String countKnown() {
    return "SELECT count(*) FROM " + staged + " s WHERE NOT s.fresh";
  }

  /** What seems to differ from belief, before anything is locked. */
  String suspects() {
    return "CREATE TEMP TABLE fact_suspect ON COMMIT DROP AS SELECT s.id FROM "
        + staged
        + " s"
        + differing();
  }

  /** In order of id, as everybody does who locks several. */
  String lockSuspects() {
    return "SELECT count(*) FROM (SELECT FROM "
        + identity
        + " i WHERE i.id IN (SELECT id FROM fact_suspect) ORDER BY i.id FOR NO KEY UPDATE) locked";
  }

  /** What differs from belief. Unchanged: the believed rows already say so of all those days. */
  String delta() {
    return "CREATE TEMP TABLE fact_delta ON COMMIT DROP AS SELECT s.* FROM "
        + staged
        + " s JOIN fact_suspect USING (id)"
        + differing();
  }

  private String differing() {
    return " WHERE NOT s.fresh AND NOT EXISTS (SELECT FROM "
        + table
        + " r"
        + " WHERE r.id = s.id AND upper_inf(r.recorded) AND NOT "
        + differs()
        + " AND CASE WHEN s.exact THEN r.valid = daterange(s.since, s.until)"
        + " ELSE lower(r.valid) <= s.since AND upper(r.valid) IS NOT DISTINCT FROM s.until END)";
  }

  /**
   * in: change id. {@code believed}: since when what takes the row's place is believed; the
   * instant, unless a hand wrote the row after this change's instant was taken and before it locked
   * the thing. {@code own}: opened by this very change, so nobody ever believed it. {@code kept}:
   * what it said before the statement's first day stays true and is said again.
   */
  String superseded() {
    return "CREATE TEMP TABLE fact_superseded ON COMMIT DROP AS"
        + " SELECT r.version, r.id,"
        + " CASE WHEN r.opened_by = c.id THEN lower(r.recorded)"
        + " ELSE greatest(c.at, lower(r.recorded) + interval '1 microsecond') END AS believed,"
        + " r.opened_by = c.id AS own, s.since AS cut, lower(r.valid) AS since,"
        + " NOT s.exact AND lower(r.valid) < s.since AND "
        + differs()
        + " AS kept,"
        + " NOT s.exact AND lower(r.valid) < s.since AND NOT "
        + differs()
        + " AS extended"
        + " FROM register.change c, fact_delta s JOIN "
        + table
        + " r ON r.id = s.id AND upper_inf(r.recorded)"
        + " AND r.valid && daterange(s.since, s.until) WHERE c.id = ?";
  }

  String takeBackOwn() {
    return "DELETE FROM "
        + table
        + " r USING fact_superseded x WHERE r.version = x.version"
        + " AND x.own AND NOT x.kept";
  }

  String shortenOwn() {
    return "UPDATE "
        + table
        + " r SET valid = daterange(x.since, x.cut) FROM fact_superseded x"
        + " WHERE r.version = x.version AND x.own AND x.kept";
  }

  /** in: change id. */
  String close() {
    return "UPDATE "
        + table
        + " r SET recorded = tstzrange(lower(r.recorded), x.believed),"
        + " closed_by = ? FROM fact_superseded x WHERE r.version = x.version AND NOT x.own";
  }

  /** in: change id. */
  String reopenBefore() {
    return "INSERT INTO "
        + table
        + " (id, valid, recorded, opened_by, "
        + list(FactColumn::quoted)
        + ")"
        + " SELECT r.id, daterange(x.since, x.cut), tstzrange(x.believed, NULL), ?, "
        + list(c -> "r." + c.quoted())
        + " FROM fact_superseded x JOIN "
        + table
        + " r ON r.version = x.version"
        + " WHERE x.kept AND NOT x.own";
  }

  /**
   * in: instant, change id. A row that said the same before goes on: one version, not two that
   * agree.
   */
  String openChanged() {
    return "INSERT INTO "
        + table
        + " (id, valid, recorded, opened_by, "
        + list(FactColumn::quoted)
        + ")"
        + " SELECT s.id, daterange(coalesce(x.since, s.since), s.until),"
        + " tstzrange(greatest(?, x.believed), NULL), ?, "
        + list(c -> "s." + c.quoted())
        + " FROM fact_delta s LEFT JOIN (SELECT id, max(believed) AS believed,"
        + " min(since) FILTER (WHERE extended) AS since FROM fact_superseded GROUP BY id) x"
        + " USING (id)";
  }

  /** out: rows of things with no believed row any more, all rows of the delta. */
  String countDelta() {
    return "SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT FROM "
        + table
        + " r"
        + " WHERE r.id = s.id AND upper_inf(r.recorded))), count(*) FROM fact_delta s";
  }

  /** Compares stated attributes bit for bit; null equals null. */
  private String differs() {
    List<FactColumn> stated = columns.stream().filter(column -> !column.derived()).toList();
    return "(("
        + join(stated, c -> "r." + c.quoted())
        + ") IS DISTINCT FROM ("
        + join(stated, c -> "s." + c.quoted())
        + "))";
  }

  private String list(Function<FactColumn, String> form) {
    return join(columns, form);
  }

  private static String join(List<FactColumn> columns, Function<FactColumn, String> form) {
    return columns.stream().map(form).collect(Collectors.joining(", "));
  }
}
