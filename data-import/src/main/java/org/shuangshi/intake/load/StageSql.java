package org.shuangshi.intake.load;

import java.util.List;
import java.util.stream.Collectors;

/** Statements over the staging table that depend on the kind's columns, with quoted identifiers. */
final class StageSql {

  private StageSql() {}

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String digest(List<String> columns) {
    return "md5(ROW("
        + columns.stream().map(column -> "s." + quoted(column)).collect(Collectors.joining(", "))
        + ")::text)";
  }

  private static String list(List<String> columns) {
    return columns.stream().map(column -> "s." + quoted(column)).collect(Collectors.joining(", "));
  }

  /**
   * out: temp table repeated (line, named, content): the rows whose names occur more than once.
   *
   * @param name the first is never null, others may be; null is the same as null
   */
  static String repeated(List<String> name, List<String> content) {
    return "CREATE TEMP TABLE repeated ON COMMIT DROP AS SELECT s.line, md5(ROW("
        + list(name)
        + ")::text) AS named, "
        + digest(content)
        + " AS content FROM stage s JOIN (SELECT "
        + list(name)
        + " FROM stage s GROUP BY "
        + list(name)
        + " HAVING count(*) > 1) s2 ON s2."
        + quoted(name.get(0))
        + " = s."
        + quoted(name.get(0))
        + name.stream()
            .skip(1)
            .map(each -> " AND s2." + quoted(each) + " IS NOT DISTINCT FROM s." + quoted(each))
            .collect(Collectors.joining());
  }

  /** Names with several contents. out: line, key of the rows taken away. */
  static String rejectDiffering() {
    return "DELETE FROM stage s USING repeated r WHERE r.line = s.line AND r.named IN (SELECT named"
        + " FROM repeated GROUP BY named HAVING count(DISTINCT content) > 1) RETURNING s.line, s.key";
  }

  /** All but the first of equal rows. out: line, key of the rows taken away, line of the first. */
  static String dropEqual() {
    return "DELETE FROM stage s USING (SELECT line, first_value(line) OVER (PARTITION BY named, content"
        + " ORDER BY line) AS first FROM repeated) r WHERE r.line = s.line AND r.first <> s.line"
        + " RETURNING s.line, s.key, r.first";
  }

  /** Pieces that share a key get one of their own out of their content. out: row count. */
  static String tellPiecesApart() {
    return "UPDATE stage s SET key = s.key || '#' || left(r.content, 12) FROM repeated r"
        + " WHERE r.line = s.line AND r.named IN (SELECT named FROM repeated GROUP BY named"
        + " HAVING count(DISTINCT content) > 1)";
  }

  /**
   * in: source. out: temp table ref_… (key, id, found): the thing each key means, of this source
   * before others, of which anything is believed; id null where none or several.
   */
  static String referenceByKey(Column column, String table) {
    return "CREATE TEMP TABLE "
        + reference(column)
        + " ON COMMIT DROP AS WITH wanted AS ("
        + "SELECT DISTINCT s."
        + quoted(column.name())
        + " AS key FROM stage s WHERE s."
        + quoted(column.name())
        + " IS NOT NULL), own AS MATERIALIZED (SELECT w.key, i.id FROM wanted w LEFT JOIN identity."
        + quoted(table)
        + " i ON i.source = ? AND i.key = w.key AND "
        + believed("i", table)
        + "), other AS (SELECT o.key, min(i.id) AS id,"
        + " count(i.id) AS found FROM own o LEFT JOIN identity."
        + quoted(table)
        + " i ON i.key = o.key AND "
        + believed("i", table)
        + " WHERE o.id IS NULL GROUP BY o.key)"
        + " SELECT key, id, 1::bigint AS found FROM own WHERE id IS NOT NULL"
        + " UNION ALL SELECT key, CASE WHEN found = 1 THEN id END, found FROM other";
  }

  /** What was withdrawn, or came with an import that was taken back, is nothing to refer to. */
  static String believed(String identity, String table) {
    return "EXISTS (SELECT FROM register."
        + quoted(table)
        + " r WHERE r.id = "
        + identity
        + ".id AND upper_inf(r.recorded))";
  }

  /** out: temp table ref_… (key, id, found): who holds each code today, else its last holder. */
  static String referenceByCode(Column column, String table) {
    return "CREATE TEMP TABLE "
        + reference(column)
        + " ON COMMIT DROP AS SELECT w.key, h.id,"
        + " count(h.id) OVER (PARTITION BY w.key) AS found FROM (SELECT DISTINCT s."
        + quoted(column.name())
        + " AS key FROM stage s WHERE s."
        + quoted(column.name())
        + " IS NOT NULL) w LEFT JOIN LATERAL (SELECT x.id FROM register."
        + quoted(table)
        + " x WHERE x.code = w.key AND upper_inf(x.recorded)"
        + " ORDER BY x.valid @> (now() AT TIME ZONE 'Asia/Shanghai')::date DESC, lower(x.valid) DESC, x.id"
        + " LIMIT 1) h ON true";
  }

  static String reference(Column column) {
    return quoted("ref_" + column.name());
  }

  /** out: line, key, what was named, found; of the rows taken away. */
  static String rejectUnresolved(Column column) {
    return "DELETE FROM stage s USING "
        + reference(column)
        + " r WHERE r.key = s."
        + quoted(column.name())
        + " AND r.id IS NULL RETURNING s.line, s.key, r.key, r.found";
  }

  /** in: source. out: temp table thing (line, id, fresh): who each staged row is about. */
  static String things(String rows, String table) {
    return "CREATE TEMP TABLE thing ON COMMIT DROP AS SELECT p.line,"
        + " coalesce(i.id, nextval('identity.id_seq')) AS id, i.id IS NULL AS fresh FROM "
        + quoted(rows)
        + " p LEFT JOIN identity."
        + quoted(table)
        + " i ON i.source = ? AND i.key = p.key ORDER BY p.line";
  }

  /** in: source. */
  static String nameFresh(String rows, String table) {
    return "INSERT INTO identity."
        + quoted(table)
        + " (id, source, key) SELECT t.id, ?, p.key FROM "
        + quoted(rows)
        + " p JOIN thing t USING (line) WHERE t.fresh";
  }

  /** in: source. Whether the source named anything of this table before. */
  static String known(String table) {
    return "SELECT EXISTS (SELECT FROM identity." + quoted(table) + " WHERE source = ?)";
  }

  /**
   * in: day, day, source; thing, refused. How many things of the source are there on the day and in
   * no row of the file. Of a residence it is the row of the person that counts.
   */
  static String missing(String table) {
    return "SELECT count(*) FROM identity."
        + quoted(table)
        + " i JOIN register."
        + quoted(table)
        + " r ON r.id = i.id AND upper_inf(r.recorded) AND r.since <= CAST(? AS date)"
        + " AND r.until > CAST(? AS date)"
        + (table.equals("residence") ? " JOIN identity.person p ON p.id = r.person_id" : "")
        + " WHERE i.source = ? AND NOT EXISTS (SELECT FROM thing t WHERE t.id = i.id)"
        + " AND NOT EXISTS (SELECT FROM refused f WHERE f.key = "
        + (table.equals("residence") ? "p" : "i")
        + ".key)";
  }
}
