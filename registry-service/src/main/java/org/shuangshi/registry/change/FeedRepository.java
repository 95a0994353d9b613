package org.shuangshi.registry.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads changes and the rows they wrote. */
@Repository
class FeedRepository {
  private static final String NUMBER = Sql.of("change/number.sql");
  private static final String NEXT = Sql.of("change/next.sql");

  private static final Map<ThingKind, String> CLOSED = new EnumMap<>(ThingKind.class);
  private static final Map<ThingKind, String> OPENED = new EnumMap<>(ThingKind.class);

  static {
    for (ThingKind kind : ThingKind.values()) {
      CLOSED.put(
          kind,
          "SELECT x.id, x.version, upper(x.recorded) AS recorded FROM "
              + kind.table()
              + " x WHERE x.closed_by = :change AND x.version > :version"
              + " ORDER BY x.version LIMIT :limit");
      OPENED.put(
          kind,
          "SELECT x.id, x.version, lower(x.valid) AS since, upper(x.valid) AS until,"
              + " lower(x.recorded) AS recorded, i.source, i.key, "
              + values(kind)
              + " AS said FROM "
              + kind.table()
              + " x JOIN identity."
              + kind.table()
              + " i ON i.id = x.id WHERE x.opened_by = :change AND x.version > :version"
              + " ORDER BY x.version LIMIT :limit");
    }
  }

  /** Every field as it is: 15 places keep a double what it was. */
  private static String values(ThingKind kind) {
    return kind.fields().stream()
        .map(field -> "'" + field.name() + "', " + value(field))
        .collect(Collectors.joining(", ", "json_build_object(", ")"));
  }

  private static String value(Field field) {
    return switch (field.type()) {
      case POINT, LINE, AREA, SHAPE -> "ST_AsGeoJSON(x." + field.column() + ", 15)::json";
      default -> "x." + field.column();
    };
  }

  private final JdbcClient jdbc;

  FeedRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a change record says. */
  record Head(
      long seq, long id, String who, OffsetDateTime when, String why, String source, String kind) {}

  /** Numbers what was committed and has no number yet. */
  void number() {
    jdbc.sql(NUMBER).query((row, n) -> row.getLong(1)).single();
  }

  /** The first change of at least that number. */
  Optional<Head> next(long seq) {
    return jdbc.sql(NEXT)
        .param("seq", seq)
        .query(
            (row, n) ->
                new Head(
                    row.getLong("seq"),
                    row.getLong("id"),
                    row.getString("who"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("why"),
                    row.getString("source"),
                    row.getString("kind")))
        .optional();
  }

  List<Closed> closed(ThingKind kind, long change, long afterVersion, int limit) {
    return jdbc.sql(sql(CLOSED, kind))
        .param("change", change)
        .param("version", afterVersion)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Closed(
                    kind.word(),
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getObject("recorded", OffsetDateTime.class)))
        .list();
  }

  List<Opened> opened(ThingKind kind, long change, long afterVersion, int limit) {
    return jdbc.sql(sql(OPENED, kind))
        .param("change", change)
        .param("version", afterVersion)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Opened(
                    kind.word(),
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getObject("recorded", OffsetDateTime.class),
                    row.getString("source"),
                    row.getString("key"),
                    row.getString("said")))
        .list();
  }

  private static String sql(Map<ThingKind, String> statements, ThingKind kind) {
    return java.util.Objects.requireNonNull(statements.get(kind));
  }
}
