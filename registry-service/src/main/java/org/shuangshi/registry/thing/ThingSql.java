package org.shuangshi.registry.thing;

import java.util.stream.Collectors;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;

/**
 * Statements over one kind of thing, composed from its fields. Each goes to rows by the id of one
 * thing, through an index on believed and on closed rows (plan: point).
 */
final class ThingSql {

  private ThingSql() {}

  /** A row's fields as one JSON object, geometry as GeoJSON. Personal ones are not masked here. */
  static String values(ThingKind kind) {
    return kind.fields().stream()
        .map(field -> "'" + field.name() + "', " + value(field))
        .collect(Collectors.joining(", ", "json_build_object(", ")"));
  }

  private static String value(Field field) {
    String column = "x." + field.column();
    return switch (field.type()) {
      case POINT, LINE, AREA, SHAPE -> "ST_AsGeoJSON(" + column + ", 8)::json";
      default -> column;
    };
  }

  /** When somebody was erased; other things are not. */
  private static String erased(ThingKind kind) {
    return (kind == ThingKind.PERSON ? "x.erased_at" : "CAST(NULL AS timestamptz)")
        + " AS erased_at";
  }

  /**
   * in: id, asOf, and knownAt where {@code past}. out: version, label, since, until, values.
   *
   * @param past whether the belief of an instant is asked for, else that of now
   */
  static String card(ThingKind kind, boolean past) {
    return "SELECT x.version, "
        + kind.labelSql()
        + " AS label, lower(x.valid) AS since, upper(x.valid) AS until, "
        + values(kind)
        + " AS said, "
        + labels(kind)
        + " AS labels, "
        + erased(kind)
        + " FROM "
        + kind.table()
        + " x WHERE x.id = :id AND x.valid @> CAST(:asOf AS date) AND "
        + (past ? "x.recorded @> CAST(:knownAt AS timestamptz)" : "upper_inf(x.recorded)");
  }

  /**
   * in: id, asOf, kind. out: as of a card, and successor, its_label. Only of a thing nothing is
   * believed of any more and that was found to be another; of several hands it went through, the
   * last.
   */
  static String superseded(ThingKind kind) {
    return "WITH RECURSIVE same AS (SELECT l.to_id, 1 AS step FROM lineage l WHERE l.from_id = :id"
        + " AND l.kind = :kind AND l.relation = 'SAME_AS' AND upper_inf(l.recorded) UNION"
        + " ALL SELECT l.to_id, s.step + 1 FROM same s JOIN lineage l ON l.from_id = s.to_id"
        + " AND l.kind = :kind AND l.relation = 'SAME_AS' AND upper_inf(l.recorded) WHERE"
        + " s.step < 100) SELECT "
        + kind.labelSql()
        + " AS label, lower(x.valid) AS since, upper(x.valid) AS until, "
        + values(kind)
        + " AS said, "
        + labels(kind)
        + " AS labels, "
        + erased(kind)
        + ", s.to_id AS successor, (SELECT "
        + kind.labelSql().replace("x.", "t.")
        + " FROM "
        + kind.table()
        + " t WHERE t.id = s.to_id AND upper_inf(t.recorded) ORDER BY lower(t.valid) DESC LIMIT 1)"
        + " AS its_label FROM "
        + kind.table()
        + " x CROSS JOIN (SELECT to_id FROM same ORDER BY step DESC LIMIT 1) s"
        + " WHERE x.id = :id AND NOT upper_inf(x.recorded) AND NOT EXISTS (SELECT FROM "
        + kind.table()
        + " n WHERE n.id = :id AND upper_inf(n.recorded)) ORDER BY upper(x.recorded) DESC, x.valid"
        + " @> CAST(:asOf AS date) DESC, lower(x.valid) DESC LIMIT 1";
  }

  /** What referred things are called, as a JSON object by field. */
  private static String labels(ThingKind kind) {
    if (kind.references().isEmpty()) {
      return "'{}'::json";
    }
    return kind.references().stream()
        .map(field -> "'" + field.name() + "', " + label(field))
        .collect(Collectors.joining(", ", "json_strip_nulls(json_build_object(", "))"));
  }

  private static String label(Field field) {
    ThingKind target = ThingKind.ofTable(String.valueOf(field.target()));
    String inner = target.labelSql().replace("x.", "t.");
    return "(SELECT "
        + inner
        + " FROM "
        + target.table()
        + " t WHERE t.id = x."
        + field.column()
        + " ORDER BY upper_inf(t.recorded) DESC, lower(t.valid) DESC LIMIT 1)";
  }

  /** in: id. out: latest, count of believed rows: what the ETag is made of. */
  static String etag(ThingKind kind) {
    return "SELECT coalesce(max(version), 0) AS latest, count(*) AS rows FROM "
        + kind.table()
        + " x WHERE x.id = :id AND upper_inf(x.recorded)";
  }

  /** in: id, limit. Newest belief first. */
  static String versions(ThingKind kind) {
    return "SELECT x.version, lower(x.valid) AS since, upper(x.valid) AS until, "
        + kind.labelSql()
        + " AS label, lower(x.recorded) AS recorded_from, upper(x.recorded) AS recorded_to, "
        + values(kind)
        + " AS said,"
        + " o.id AS opened_id, o.who AS opened_who, o.at AS opened_at, o.why AS opened_why,"
        + " o.source AS opened_source, o.kind AS opened_kind,"
        + " c.id AS closed_id, c.who AS closed_who, c.at AS closed_at, c.why AS closed_why,"
        + " c.source AS closed_source, c.kind AS closed_kind"
        + " FROM (SELECT * FROM "
        + kind.table()
        + " WHERE id = :id AND upper_inf(recorded) UNION ALL SELECT * FROM "
        + kind.table()
        + " WHERE id = :id AND NOT upper_inf(recorded)) x"
        + " JOIN change o ON o.id = x.opened_by LEFT JOIN change c ON c.id = x.closed_by"
        + " ORDER BY lower(x.recorded) DESC, lower(x.valid) DESC, x.version DESC LIMIT :limit";
  }

  /** in: id, limit. What a thing came from and what it became, by believed lineage. */
  static String lineage(ThingKind kind) {
    String label =
        "(SELECT "
            + kind.labelSql()
            + " FROM "
            + kind.table()
            + " x WHERE x.id = l.%s ORDER BY upper_inf(x.recorded) DESC, lower(x.valid) DESC LIMIT"
            + " 1)";
    String row =
        "SELECT '%s' AS way, l.%s AS id, l.relation, lower(l.valid) AS since, "
            + label
            + " AS label FROM lineage l WHERE l.%s = :id AND l.kind = :kind AND"
            + " upper_inf(l.recorded)";
    return row.formatted("FROM", "from_id", "from_id", "to_id")
        + " UNION ALL "
        + row.formatted("INTO", "to_id", "to_id", "from_id")
        + " ORDER BY since, id LIMIT :limit";
  }

  /** in: id, asOf, limit. Things of a kind that point at this one, now or once. */
  static String pointing(ThingKind kind, Field field) {
    return "SELECT x.id, "
        + kind.labelSql()
        + " AS label, lower(x.valid) AS since, upper(x.valid) AS until,"
        + " NOT x.valid @> CAST(:asOf AS date) AS past FROM "
        + kind.table()
        + " x WHERE x."
        + field.column()
        + " = :id AND upper_inf(x.recorded)"
        + " ORDER BY past, lower(x.valid) DESC, x.id LIMIT :limit";
  }

  /** in: ids, today. out: id, community_id, grid_id of the units that things of a kind lie in. */
  static String places(ThingKind kind) {
    return "SELECT x.id, l.community_id, l.grid_id FROM "
        + kind.table()
        + " x LEFT JOIN LATERAL (SELECT u.community_id, u.grid_id FROM unit_building u"
        + " WHERE u.unit_id = x.unit_id AND u.since <= CAST(:today AS date)"
        + " ORDER BY u.since DESC LIMIT 1) l ON true"
        + " WHERE x.id = ANY (CAST(:ids AS bigint[])) AND upper_inf(x.recorded)";
  }
}
