package org.shuangshi.registry.thing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.thing.ThingLinks.Group;
import org.shuangshi.registry.thing.ThingLinks.Link;
import org.shuangshi.registry.thing.ThingVersion.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads things of any kind; personal fields are in full and are to be masked by {@link Personal}.
 */
@Repository
class ThingRepository {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ThingRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<ThingCard> find(
      ThingKind kind, long id, LocalDate asOf, @Nullable OffsetDateTime knownAt) {
    String etag = etag(kind, id);
    JdbcClient.StatementSpec statement =
        jdbc.sql(ThingSql.card(kind, knownAt != null)).param("id", id).param("asOf", asOf);
    if (knownAt != null) {
      statement = statement.param("knownAt", knownAt);
    }
    return statement
        .query(
            (row, n) ->
                new ThingCard(
                    kind.word(),
                    id,
                    etag,
                    String.valueOf(row.getString("label")),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getString("said"),
                    labels(row.getString("labels")),
                    null,
                    row.getObject("erased_at", OffsetDateTime.class)))
        .optional();
  }

  /** What was last believed of a thing that turned out to be another one, and which. */
  Optional<ThingCard> findSuperseded(ThingKind kind, long id, LocalDate asOf) {
    return jdbc.sql(ThingSql.superseded(kind))
        .param("id", id)
        .param("asOf", asOf)
        .param("kind", kind.name())
        .query(
            (row, n) ->
                new ThingCard(
                    kind.word(),
                    id,
                    Etag.of(0, 0),
                    String.valueOf(row.getString("label")),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getString("said"),
                    labels(row.getString("labels")),
                    new ThingCard.SupersededBy(
                        row.getLong("successor"), String.valueOf(row.getString("its_label"))),
                    row.getObject("erased_at", OffsetDateTime.class)))
        .optional();
  }

  private Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    json.readTree(text)
        .properties()
        .forEach(each -> labels.put(each.getKey(), each.getValue().asString()));
    return labels;
  }

  /** The mark of what is believed of a thing; it changes with every edit. */
  String etag(ThingKind kind, long id) {
    return jdbc.sql(ThingSql.etag(kind))
        .param("id", id)
        .query((row, n) -> Etag.of(row.getLong("latest"), row.getInt("rows")))
        .single();
  }

  List<ThingVersion> versions(ThingKind kind, long id, int limit) {
    return jdbc.sql(ThingSql.versions(kind))
        .param("id", id)
        .param("limit", limit)
        .query(
            (row, n) ->
                new ThingVersion(
                    row.getLong("version"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    String.valueOf(row.getString("label")),
                    row.getObject("recorded_from", OffsetDateTime.class),
                    row.getObject("recorded_to", OffsetDateTime.class),
                    change(row, "opened"),
                    row.getObject("closed_id") == null ? null : change(row, "closed"),
                    row.getString("said"),
                    Map.of()))
        .list();
  }

  private static Change change(ResultSet row, String which) throws SQLException {
    return new Change(
        row.getLong(which + "_id"),
        row.getString(which + "_who"),
        row.getObject(which + "_at", OffsetDateTime.class),
        row.getString(which + "_why"),
        row.getString(which + "_source"),
        row.getString(which + "_kind"));
  }

  ThingLinks links(ThingKind kind, long id, LocalDate asOf, int limit, Predicate<ThingKind> shown) {
    List<Group> groups = new ArrayList<>();
    for (ThingKind other : ThingKind.values()) {
      if (!shown.test(other)) {
        continue;
      }
      List<Field> pointing = new ArrayList<>(other.references());
      pointing.addAll(other.derivedReferences());
      for (Field field : pointing) {
        if (kind.table().equals(field.target())) {
          List<Link> found = pointing(other, field, id, asOf, limit + 1);
          if (!found.isEmpty()) {
            groups.add(
                new Group(
                    other.word(),
                    field.name(),
                    found.subList(0, Math.min(limit, found.size())),
                    found.size() > limit));
          }
        }
      }
    }
    return new ThingLinks(groups);
  }

  List<Lineage> lineage(ThingKind kind, long id, int limit) {
    return jdbc.sql(ThingSql.lineage(kind))
        .param("id", id)
        .param("kind", kind.name())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Lineage(
                    Lineage.Way.valueOf(row.getString("way")),
                    row.getString("relation"),
                    kind.word(),
                    row.getLong("id"),
                    String.valueOf(row.getString("label")),
                    row.getObject("since", LocalDate.class)))
        .list();
  }

  private List<Link> pointing(ThingKind kind, Field field, long id, LocalDate asOf, int limit) {
    return jdbc.sql(ThingSql.pointing(kind, field))
        .param("id", id)
        .param("asOf", asOf)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Link(
                    row.getLong("id"),
                    String.valueOf(row.getString("label")),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getBoolean("past")))
        .list();
  }
}
