package org.shuangshi.registry.thing;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.registry.edit.CodeRules;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.StaleException;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.edit.Values;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Service
class ThingService {
  private static final int MOST_VERSIONS = 1000;
  private static final int MOST_LINKS = 200;

  private final ThingRepository things;
  private final Personal personal;
  private final PeopleWall wall;
  private final Editing editing;
  private final JsonMapper json;

  ThingService(
      ThingRepository things,
      Personal personal,
      PeopleWall wall,
      Editing editing,
      JsonMapper json) {
    this.things = things;
    this.personal = personal;
    this.wall = wall;
    this.editing = editing;
    this.json = json;
  }

  static ThingKind kind(String word) {
    return ThingKind.find(word)
        .orElseThrow(() -> Refusal.unknown("kind.unknown", "没有“" + word + "”这种记录"));
  }

  ThingCard get(ThingKind kind, long id, LocalDate asOf, @Nullable OffsetDateTime knownAt) {
    readable(kind, id);
    return card(kind, id, asOf, knownAt);
  }

  private ThingCard card(
      ThingKind kind, long id, LocalDate asOf, @Nullable OffsetDateTime knownAt) {
    return things
        .find(kind, id, asOf, knownAt)
        .or(() -> knownAt == null ? things.findSuperseded(kind, id, asOf) : Optional.empty())
        .map(card -> personal.masked(kind, card))
        .orElseThrow(
            () -> Refusal.unknown("thing.unknown", asOf + " 没有编号为 " + id + " 的" + kind.label()));
  }

  /**
   * The thing after it was written of from a day on: on that day, or the first behind it. Who wrote
   * is told, also where it moved to another's area.
   */
  ThingCard written(ThingKind kind, long id, LocalDate from) {
    return things
        .find(kind, id, from, null)
        .map(card -> personal.masked(kind, card))
        .orElseGet(
            () ->
                card(
                    kind,
                    id,
                    things.versions(kind, id, MOST_VERSIONS).stream()
                        .filter(each -> each.closed() == null && each.from().isAfter(from))
                        .map(ThingVersion::from)
                        .min(LocalDate::compareTo)
                        .orElse(from),
                    null));
  }

  List<ThingVersion> versions(ThingKind kind, long id) {
    readable(kind, id);
    List<ThingVersion> versions = things.versions(kind, id, MOST_VERSIONS);
    if (versions.isEmpty()) {
      throw PeopleWall.unknown(kind, id);
    }
    return personal.masked(kind, id, versions);
  }

  ThingLinks links(ThingKind kind, long id, LocalDate asOf) {
    Reader reader = Reader.current();
    readable(kind, id);
    return things
        .links(kind, id, asOf, MOST_LINKS, other -> reader.may(ThingRights.toRead(other)))
        .only(wall::readable);
  }

  List<Lineage> lineage(ThingKind kind, long id) {
    readable(kind, id);
    List<Lineage> lineage = things.lineage(kind, id, MOST_LINKS);
    Set<Long> readable = wall.readable(kind, lineage.stream().map(Lineage::id).toList());
    return lineage.stream().filter(each -> readable.contains(each.id())).toList();
  }

  private void readable(ThingKind kind, long id) {
    Reader.current().require(ThingRights.toRead(kind));
    wall.require(kind, id);
  }

  /** Begins a new thing. */
  long begin(ThingKind kind, EditRequest request, LocalDate today) {
    writable(kind);
    Map<String, @Nullable String> values = Values.readWhole(kind, request.values(), "values");
    CodeRules.check(kind, values);
    Days days = days(request, today);
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          edit.lock(referred(kind, values));
          return edit.begin(kind, days, values);
        });
  }

  void change(ThingKind kind, long id, String seen, EditRequest request, LocalDate today) {
    writable(kind);
    if (request.to() != null) {
      throw Refusal.field("to", "change.no-end", "变更从某天起一直有效；只改一段日子请用更正");
    }
    Map<String, @Nullable String> values = Values.read(kind, request.values(), "values");
    LocalDate from = request.from() == null ? today : request.from();
    edit(kind, id, seen, Kind.CHANGE, request, values, edit -> edit.change(kind, id, from, values));
  }

  void correct(ThingKind kind, long id, String seen, EditRequest request) {
    writable(kind);
    if (request.from() == null) {
      throw Refusal.field("from", "value.missing", "更正要写明从哪天起");
    }
    Days days = days(request, request.from());
    if (request.values() == null) {
      edit(
          kind, id, seen, Kind.CORRECTION, request, Map.of(), edit -> edit.restate(kind, id, days));
      return;
    }
    Map<String, @Nullable String> values = Values.read(kind, request.values(), "values");
    edit(
        kind,
        id,
        seen,
        Kind.CORRECTION,
        request,
        values,
        edit -> edit.correct(kind, id, days, values));
  }

  void end(ThingKind kind, long id, String seen, EditRequest request, LocalDate today) {
    writable(kind);
    withoutValues(request);
    LocalDate from = request.from() == null ? today : request.from();
    edit(kind, id, seen, Kind.CHANGE, request, Map.of(), edit -> edit.end(kind, id, from));
  }

  /** It never was so: on the days named, or on none at all. */
  void withdraw(ThingKind kind, long id, String seen, EditRequest request) {
    writable(kind);
    withoutValues(request);
    Days days =
        request.from() == null && request.to() == null
            ? Days.since(LocalDate.of(1, 1, 1))
            : days(request, LocalDate.of(1, 1, 1));
    edit(kind, id, seen, Kind.CORRECTION, request, Map.of(), edit -> edit.withdraw(kind, id, days));
  }

  private interface Verb {
    void on(Edit edit) throws SQLException;
  }

  private void edit(
      ThingKind kind,
      long id,
      String seen,
      Kind changeKind,
      EditRequest request,
      Map<String, @Nullable String> values,
      Verb verb) {
    editing.run(
        Reasons.of(changeKind, request.why(), request.source()),
        edit -> {
          Set<Thing> locked = referred(kind, values);
          locked.add(Edit.thing(kind, id));
          edit.timeline(kind, id).versions().stream()
              .flatMap(version -> referred(kind, version.values()).stream())
              .forEach(locked::add);
          edit.lock(locked);
          edit.forget();
          Etag.check(edit, kind, id, seen);
          verb.on(edit);
          if (CodeRules.concerns(values.keySet())) { // what was wrong before stops nobody
            CodeRules.check(kind, edit.timeline(kind, id));
          }
          return id;
        });
  }

  /** What the answer to a stale edit tells. */
  Stale stale(StaleException e, LocalDate today, String instance) {
    List<ThingVersion> all = things.versions(e.kind(), e.id(), MOST_VERSIONS);
    List<ThingVersion> since =
        all.stream().filter(version -> version.version() > Etag.latest(e.seen())).toList();
    return new Stale(
        "about:blank",
        "已被别人改过",
        412,
        "这条记录在您打开之后被改过；请核对后再提交",
        instance,
        "thing.changed",
        things
            .find(e.kind(), e.id(), today, null)
            .map(card -> personal.masked(e.kind(), card))
            .orElse(null),
        since.stream().map(ThingVersion::opened).distinct().toList(),
        new ArrayList<>(differing(e.kind(), since, all)));
  }

  /** Fields in which a new version differs from the one of the same days that it replaced. */
  private Set<String> differing(ThingKind kind, List<ThingVersion> since, List<ThingVersion> all) {
    Set<String> fields = new TreeSet<>();
    for (ThingVersion version : since) {
      for (ThingVersion before : all) {
        if (before.closed() != null && before.closed().id() == version.opened().id()) {
          JsonNode now = json.readTree(version.values());
          JsonNode then = json.readTree(before.values());
          kind.fields().stream()
              .map(Field::name)
              .filter(name -> !now.path(name).equals(then.path(name)))
              .forEach(fields::add);
        }
      }
    }
    return fields;
  }

  private static Set<Thing> referred(ThingKind kind, Map<String, @Nullable String> values) {
    Set<Thing> things = new java.util.HashSet<>();
    for (Field field : kind.references()) {
      String id = values.get(field.column());
      if (id != null) {
        things.add(new Thing(String.valueOf(field.target()), Long.parseLong(id)));
      }
    }
    return things;
  }

  private static void writable(ThingKind kind) {
    Reader.current().require(ThingRights.toWrite(kind));
    if (!kind.writable()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "kind.not-by-hand",
          kind == ThingKind.GRID ? "网格的边界和编号只随网格方案一起改" : kind.label() + "不能单独手工改写");
    }
  }

  private static void withoutValues(EditRequest request) {
    if (request.values() != null) {
      throw Refusal.field("values", "field.unknown", "这里不接受 values");
    }
  }

  private static Days days(EditRequest request, LocalDate usual) {
    LocalDate from = request.from() == null ? usual : request.from();
    if (request.to() != null && !from.isBefore(request.to())) {
      throw Refusal.field("to", "period.empty", "止日应晚于起日");
    }
    return new Days(from, request.to());
  }
}
