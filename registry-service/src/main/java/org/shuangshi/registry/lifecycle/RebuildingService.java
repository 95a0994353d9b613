package org.shuangshi.registry.lifecycle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class RebuildingService {
  private static final int MOST = 50;

  private final Editing editing;

  RebuildingService(Editing editing) {
    this.editing = editing;
  }

  Rebuilt merge(LifecycleRequest.Merge request, LocalDate from) {
    List<Long> ids = request.ids() == null ? List.of() : request.ids();
    if (ids.size() < 2 || ids.size() > MOST || ids.stream().distinct().count() != ids.size()) {
      throw Refusal.field("ids", "value.invalid", "合并应给出 2–" + MOST + " 栋不同的楼");
    }
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          Contents contents = Contents.lock(edit, ids, from);
          List<Version> olds = new ArrayList<>();
          for (long id : ids) {
            olds.add(Standing.require(edit, id, from));
          }
          long born =
              edit.begin(
                  ThingKind.BUILDING,
                  Days.since(from),
                  NewBuilding.ofAll(olds, request.values(), "values"));
          Map<Long, Integer> counted = ordinals(edit, contents, ids, from);
          Move move =
              new Move(
                  from,
                  ids,
                  (id, version) -> {
                    Map<String, @Nullable String> says = new HashMap<>();
                    says.put(Move.BUILDING, String.valueOf(born));
                    String ordinal = version.value("ordinal");
                    if (ordinal != null) {
                      int before = counted.getOrDefault(version.reference(Move.BUILDING), 0);
                      says.put("ordinal", String.valueOf(Integer.parseInt(ordinal) + before));
                    }
                    return says;
                  });
          int entrances = move.all(edit, ThingKind.ENTRANCE, contents);
          int units = move.all(edit, ThingKind.UNIT, contents);
          for (long id : ids) {
            edit.change(ThingKind.BUILDING, id, from, Map.of("status", "MERGED"));
            lineage(edit, id, born, "MERGED_INTO", from);
          }
          return new Rebuilt(List.of(born), entrances, units);
        });
  }

  /** Of each building, how many entrances are counted before its own: they go on as one row. */
  private static Map<Long, Integer> ordinals(
      Edit edit, Contents contents, List<Long> ids, LocalDate from) throws SQLException {
    Map<Long, Integer> most = new HashMap<>();
    for (Timeline timeline :
        edit.timelines(ThingKind.ENTRANCE, contents.of(ThingKind.ENTRANCE)).values()) {
      for (Version each : timeline.versions()) {
        if (each.days().overlaps(Days.since(from))) {
          most.merge(
              each.reference(Move.BUILDING),
              Integer.parseInt(String.valueOf(each.value("ordinal"))),
              Math::max);
        }
      }
    }
    Map<Long, Integer> before = new HashMap<>();
    int sum = 0;
    for (long id : ids) {
      before.put(id, sum);
      sum += most.getOrDefault(id, 0);
    }
    return before;
  }

  Rebuilt split(long id, String seen, LifecycleRequest.Divide request, LocalDate from) {
    List<LifecycleRequest.Part> asked = request.parts() == null ? List.of() : request.parts();
    if (asked.size() < 2 || asked.size() > MOST) {
      throw Refusal.field("parts", "value.invalid", "拆分应给出 2–" + MOST + " 个部分");
    }
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          Contents contents = Contents.lock(edit, List.of(id), from);
          Etag.check(edit, ThingKind.BUILDING, id, seen);
          Version old = Standing.require(edit, id, from);
          List<Map<String, @Nullable String>> values = new ArrayList<>();
          for (int i = 0; i < asked.size(); i++) {
            values.add(NewBuilding.partOf(old, asked.get(i).values(), "parts[" + i + "].values"));
          }
          Division division = Division.of(edit, contents, asked, values, from);
          List<Long> born = new ArrayList<>();
          for (Map<String, @Nullable String> each : values) {
            born.add(edit.begin(ThingKind.BUILDING, Days.since(from), each));
          }
          Move move =
              new Move(
                  from,
                  List.of(id),
                  (thing, version) ->
                      Map.of(Move.BUILDING, String.valueOf(born.get(division.partOf(thing)))));
          int entrances = move.all(edit, ThingKind.ENTRANCE, contents);
          int units = move.all(edit, ThingKind.UNIT, contents);
          edit.change(ThingKind.BUILDING, id, from, Map.of("status", "SPLIT"));
          for (long each : born) {
            lineage(edit, id, each, "SPLIT_INTO", from);
          }
          return new Rebuilt(born, entrances, units);
        });
  }

  private static void lineage(Edit edit, long from, long to, String relation, LocalDate day)
      throws SQLException {
    edit.begin(
        ThingKind.LINEAGE,
        Days.since(day),
        Map.of(
            "kind",
            "BUILDING",
            "from_id",
            String.valueOf(from),
            "to_id",
            String.valueOf(to),
            "relation",
            relation));
  }
}
