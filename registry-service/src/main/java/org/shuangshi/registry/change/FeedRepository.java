package org.shuangshi.registry.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Erased;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads changes and the rows they wrote. */
@Repository
class FeedRepository {
  private static final String NUMBER = Sql.of("change/number.sql");
  private static final String NEXT = Sql.of("change/next.sql");
  private static final String DAY = Sql.of("change/day_known.sql");
  private static final String ERASED = Sql.of("change/erased.sql");

  private static final String OF_CHANGE =
      "_by = :change AND x.version > :version ORDER BY x.version LIMIT :limit";
  private static final String NAMED = " WHERE x.version = ANY (:versions) ORDER BY x.version";

  private static final Map<ThingKind, String> CLOSED = new EnumMap<>(ThingKind.class);
  private static final Map<ThingKind, String> OPENED = new EnumMap<>(ThingKind.class);

  static {
    for (ThingKind kind : ThingKind.values()) {
      CLOSED.put(
          kind,
          "SELECT x.id, x.version, upper(x.recorded) AS recorded FROM " + kind.table() + " x");
      OPENED.put(
          kind,
          "SELECT x.id, x.version, lower(x.valid) AS since, upper(x.valid) AS until,"
              + " lower(x.recorded) AS recorded, i.source, i.key, "
              + values(kind)
              + " AS said FROM "
              + kind.table()
              + " x JOIN identity."
              + kind.table()
              + " i ON i.id = x.id");
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
  private final PersonSeal seal;
  private final JsonMapper json;

  FeedRepository(JdbcClient jdbc, PersonSeal seal, JsonMapper json) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.json = json;
  }

  /**
   * What a change record says.
   *
   * @param dayBefore day of the feed before it
   * @param day day of the feed behind it
   * @param regions whether it wrote of regions
   */
  record Head(
      long seq,
      long id,
      String who,
      OffsetDateTime when,
      String why,
      String source,
      String kind,
      LocalDate dayBefore,
      LocalDate day,
      boolean regions) {

    /** Whether every reader is told, whatever it means to their area: a day, an erasure. */
    boolean isForAll() {
      return ChangeReason.Kind.DAY.name().equals(kind)
          || ChangeReason.Kind.ERASURE.name().equals(kind);
    }
  }

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
                    row.getString("kind"),
                    row.getObject("day_before", LocalDate.class),
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("regions")))
        .optional();
  }

  /** The last day that was begun; null where none was. */
  @Nullable LocalDate day() {
    return jdbc.sql(DAY)
        .query((row, n) -> new Day(row.getObject("day", LocalDate.class)))
        .single()
        .of;
  }

  private record Day(@Nullable LocalDate of) {}

  /** Rows a change closed, behind a version. */
  List<Closed> closed(ThingKind kind, long change, long afterVersion, int limit) {
    return closed(
        kind,
        paged(sql(CLOSED, kind) + " WHERE x.closed" + OF_CHANGE, change, afterVersion, limit));
  }

  /** Closed rows of these versions. */
  List<Closed> closed(ThingKind kind, long[] versions) {
    return versions.length == 0
        ? List.of()
        : closed(kind, jdbc.sql(sql(CLOSED, kind) + NAMED).param("versions", versions));
  }

  private static List<Closed> closed(ThingKind kind, StatementSpec statement) {
    return statement
        .query(
            (row, n) ->
                new Closed(
                    kind.word(),
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getObject("recorded", OffsetDateTime.class)))
        .list();
  }

  /** Rows a change opened, behind a version. */
  List<Opened> opened(ThingKind kind, long change, long afterVersion, int limit) {
    return opened(
        kind,
        paged(sql(OPENED, kind) + " WHERE x.opened" + OF_CHANGE, change, afterVersion, limit));
  }

  /** Rows of these versions. */
  List<Opened> opened(ThingKind kind, long[] versions) {
    return versions.length == 0
        ? List.of()
        : opened(kind, jdbc.sql(sql(OPENED, kind) + NAMED).param("versions", versions));
  }

  private List<Opened> opened(ThingKind kind, StatementSpec statement) {
    return statement
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
                    inFull(kind, row.getLong("id"), String.valueOf(row.getString("said")))))
        .list();
  }

  /** What an erasure blanked, behind a place in its order; nothing of other changes. */
  List<Erased> erased(long change, long afterPlace, int limit) {
    return jdbc.sql(ERASED)
        .param("change", change)
        .param("afterId", afterPlace)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Erased(row.getLong("place"), row.getString("kind"), row.getLong("thing_id")))
        .list();
  }

  /** Who keeps a copy gets whole rows: what is kept sealed here is opened. */
  private String inFull(ThingKind kind, long id, String said) {
    List<Field> sealed = kind.fields().stream().filter(Field::sealed).toList();
    if (sealed.isEmpty()) {
      return said;
    }
    ObjectNode values = (ObjectNode) json.readTree(said);
    for (Field field : sealed) {
      String kept = values.path(field.name()).asString(null);
      values.put(field.name(), seal.open(PersonSeal.of(id), field.column(), kept));
    }
    return json.writeValueAsString(values);
  }

  private StatementSpec paged(String sql, long change, long afterVersion, int limit) {
    return jdbc.sql(sql)
        .param("change", change)
        .param("version", afterVersion)
        .param("limit", limit);
  }

  private static String sql(Map<ThingKind, String> statements, ThingKind kind) {
    return java.util.Objects.requireNonNull(statements.get(kind));
  }
}
