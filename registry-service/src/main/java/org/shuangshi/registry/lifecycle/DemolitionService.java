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

  DemolitionService(Editing editing) {
    this.editing = editing;
  }

  Demolished demolish(long id, String seen, LifecycleRequest.Demolish request, LocalDate from) {
    boolean endUnits = Boolean.TRUE.equals(request.endUnits());
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          Contents contents = Contents.lock(edit, List.of(id), from);
          Etag.check(edit, ThingKind.BUILDING, id, seen);
          Standing.require(edit, id, from);
          if (!endUnits && contents.count(ThingKind.UNIT) > 0) {
            throw inUse(contents);
          }
          Map<ThingKind, Integer> ended = new EnumMap<>(ThingKind.class);
          if (endUnits) {
            for (ThingKind kind : contents.ids().keySet()) {
              ended.put(kind, edit.endAll(kind, contents.of(kind), from));
            }
          }
          edit.change(ThingKind.BUILDING, id, from, Map.of("status", "DEMOLISHED"));
          return demolished(ended);
        });
  }

  private static Demolished demolished(Map<ThingKind, Integer> ended) {
    return new Demolished(
        ended.getOrDefault(ThingKind.ENTRANCE, 0),
        ended.getOrDefault(ThingKind.UNIT, 0),
        ended.getOrDefault(ThingKind.HOUSEHOLD, 0),
        ended.getOrDefault(ThingKind.RESIDENCE, 0),
        ended.getOrDefault(ThingKind.TENANCY, 0),
        ended.getOrDefault(ThingKind.ORGANISATION, 0),
        ended.getOrDefault(ThingKind.EVIDENCE, 0));
  }

  private static Refusal inUse(Contents contents) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "building.in-use",
        "楼内还有户室 "
            + contents.count(ThingKind.UNIT)
            + " 个、户 "
            + contents.count(ThingKind.HOUSEHOLD)
            + " 个、居住关系 "
            + contents.count(ThingKind.RESIDENCE)
            + " 条、租赁 "
            + contents.count(ThingKind.TENANCY)
            + " 条、单位 "
            + contents.count(ThingKind.ORGANISATION)
            + " 个；请先迁出，或用 endUnits 一并终止");
  }
}
