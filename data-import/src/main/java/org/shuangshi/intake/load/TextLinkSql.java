package org.shuangshi.intake.load;

import org.shuangshi.intake.load.TextLinks.Pair;

/** Statements that link staged rows by texts; {@code answer} is what the linker found. */
final class TextLinkSql {

  private static final String TOLD =
      " s.line, s.key, a.held, a.why, a.unread, a.candidates, a.several, a.found, a.address, a.lon, a.lat";

  private static final String ROWS =
      " FROM said_row r JOIN answer a USING (n) JOIN stage s USING (line)";

  /** out: rows linked to the letter or as alike; those several things fit; those none does. */
  static final String COUNT =
      "SELECT count(*) FILTER (WHERE a.id IS NOT NULL AND a.grade = 'A'),"
          + " count(*) FILTER (WHERE a.id IS NOT NULL AND a.grade <> 'A'),"
          + " count(*) FILTER (WHERE a.id IS NULL AND (a.several OR a.found > 1)),"
          + " count(*) FILTER (WHERE a.id IS NULL AND NOT (a.several OR a.found > 1))"
          + " FROM said_row r JOIN answer a USING (n)";

  /** out: rows linked although their text differs. */
  static final String ALIKE =
      "SELECT" + TOLD + ROWS + " WHERE a.grade = 'B' AND a.id IS NOT NULL ORDER BY s.line";

  /** out: rows whose text was understood in part. */
  static final String UNREAD = "SELECT" + TOLD + ROWS + " WHERE a.unread <> '' ORDER BY s.line";

  /** out: rows whose text leads to no one thing. */
  static final String LOST = "SELECT" + TOLD + ROWS + " WHERE a.id IS NULL ORDER BY s.line";

  /** out: buildings linked to an address beside them. */
  static final String NEAR =
      "SELECT s.line, s.key, a.held, a.metres, a.lon, a.lat FROM answer a JOIN stage s ON s.line = a.n"
          + " WHERE a.metres > 0 ORDER BY s.line";

  private TextLinkSql() {}

  /** Takes away those rows. out: as {@link #LOST}. */
  static String rejectLost() {
    return "DELETE FROM stage s USING said_row r JOIN answer a USING (n)"
        + " WHERE r.line = s.line AND a.id IS NULL RETURNING"
        + TOLD;
  }

  /**
   * out: temp table said_row (line, n, word, day): rows that have the text alone. The day is today,
   * or that of the row's days nearest to it; a person's are those of living there.
   */
  static String rows(Kind kind, Pair pair) {
    boolean people = kind == Kind.PEOPLE;
    String since = people ? "coalesce(s.moved_in, s.since)" : "s.since";
    String until = people ? "coalesce(s.moved_out, s.until)" : "s.until";
    return "CREATE TEMP TABLE said_row ON COMMIT DROP AS SELECT line, word, day,"
        + " dense_rank() OVER (ORDER BY word, day) AS n FROM (SELECT s.line, s."
        + pair.text()
        + " AS word, greatest("
        + since
        + ", least((now() AT TIME ZONE 'Asia/Shanghai')::date, "
        + until
        + " - 1)) AS day FROM stage s WHERE s."
        + pair.key()
        + " IS NULL AND s."
        + pair.text()
        + " IS NOT NULL) t";
  }

  /** out: temp table said (n, word, day), for {@link org.shuangshi.intake.match.AddressLinker}. */
  static String said() {
    return "CREATE TEMP TABLE said ON COMMIT DROP AS SELECT DISTINCT n, word, day FROM said_row";
  }

  /** The name of the table of keys that texts led to. */
  static String linkedTo(Pair pair) {
    return "linked_" + pair.key();
  }

  /** out: temp table linked_… (id, key), empty. */
  static String linkedTable(Pair pair) {
    return "CREATE TEMP TABLE IF NOT EXISTS "
        + linkedTo(pair)
        + " (id bigint, key text) ON COMMIT DROP";
  }

  /**
   * in: source. out: rows of linked_…: by which key each thing found is named here; its own, unless
   * the same means another thing here or none.
   */
  static String linked(Pair pair) {
    String identity = "identity." + pair.target().table();
    return "WITH found AS (SELECT DISTINCT i.id, i.source, i.key, i.source = ? AS own"
        + " FROM answer a JOIN "
        + identity
        + " i ON i.id = a.id), shared AS (SELECT f.key FROM (SELECT DISTINCT key FROM found WHERE NOT own) f"
        + " JOIN "
        + identity
        + " o ON o.key = f.key AND "
        + StageSql.believed("o", pair.target().table())
        + " GROUP BY f.key HAVING count(*) > 1) INSERT INTO "
        + linkedTo(pair)
        + " (id, key) SELECT f.id, CASE WHEN f.own OR s.key IS NULL THEN f.key"
        + " ELSE f.source || '|' || f.key END FROM found f LEFT JOIN shared s USING (key)"
        + " WHERE NOT EXISTS (SELECT FROM "
        + linkedTo(pair)
        + " l WHERE l.id = f.id)";
  }

  /** Puts the keys into the rows; the texts have done their work. */
  static String write(Pair pair) {
    return "UPDATE stage s SET "
        + pair.key()
        + " = l.key, "
        + pair.text()
        + " = NULL FROM said_row r JOIN answer a USING (n) JOIN "
        + linkedTo(pair)
        + " l ON l.id = a.id WHERE r.line = s.line";
  }

  /** Corrects what a column's keys were found to mean. */
  static String settle(Column column, Pair pair) {
    return "UPDATE "
        + StageSql.reference(column)
        + " r SET id = l.id, found = 1 FROM "
        + linkedTo(pair)
        + " l WHERE l.key = r.key AND r.id IS DISTINCT FROM l.id";
  }
}
