package org.shuangshi.registry.lifecycle;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class DemolitionService {
  private final Editing editing;
  private final ContentsRepository contents;

  DemolitionService(Editing editing, ContentsRepository contents) {
    this.editing = editing;
    this.contents = contents;
  }

  /** What would end with it on that day. */
  Demolished contents(long id, LocalDate from) {
    return contents.count(id, from);
  }

  Demolished demolish(long id, String seen, LifecycleRequest.Demolish request, LocalDate from) {
    boolean endUnits = Boolean.TRUE.equals(request.endUnits());
    boolean tellsOfPeople = contents.count(id, from).households() != null;
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          Contents inside = Contents.lock(edit, List.of(id), from);
          Etag.check(edit, ThingKind.BUILDING, id, seen);
          Standing.require(edit, id, from);
          if (!endUnits && inside.count(ThingKind.UNIT) > 0) {
            throw inUse(inside, tellsOfPeople);
          }
          Map<ThingKind, Integer> ended = new EnumMap<>(ThingKind.class);
          if (endUnits) {
            for (ThingKind kind : inside.ids().keySet()) {
              ended.put(kind, edit.endAll(kind, inside.of(kind), from));
            }
          }
          edit.change(ThingKind.BUILDING, id, from, Map.of("status", "DEMOLISHED"));
          return demolished(ended, tellsOfPeople);
        });
  }

  private static Demolished demolished(Map<ThingKind, Integer> ended, boolean tellsOfPeople) {
    return new Demolished(
        ended.getOrDefault(ThingKind.ENTRANCE, 0),
        ended.getOrDefault(ThingKind.UNIT, 0),
        tellsOfPeople ? ended.getOrDefault(ThingKind.HOUSEHOLD, 0) : null,
        tellsOfPeople ? ended.getOrDefault(ThingKind.RESIDENCE, 0) : null,
        tellsOfPeople ? ended.getOrDefault(ThingKind.TENANCY, 0) : null,
        ended.getOrDefault(ThingKind.ORGANISATION, 0),
        ended.getOrDefault(ThingKind.EVIDENCE, 0));
  }

  private static Refusal inUse(Contents inside, boolean tellsOfPeople) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "building.in-use",
        "楼内还有户室 "
            + inside.count(ThingKind.UNIT)
            + " 个、"
            + (tellsOfPeople
                ? "户 "
                    + inside.count(ThingKind.HOUSEHOLD)
                    + " 个、居住关系 "
                    + inside.count(ThingKind.RESIDENCE)
                    + " 条、租赁 "
                    + inside.count(ThingKind.TENANCY)
                    + " 条、"
                : "")
            + "单位 "
            + inside.count(ThingKind.ORGANISATION)
            + " 个；请先迁出，或用 endUnits 一并终止");
  }
}
