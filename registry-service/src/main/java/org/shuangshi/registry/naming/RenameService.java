package org.shuangshi.registry.naming;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Component;
import org.shuangshi.intake.fact.ChangeReason.Kind;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.AddressWording;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class RenameService {
  private static final String OF_REGION = Sql.of("naming/addresses_of_region.sql");

  /** Addresses read and written at once: a city has hundreds of thousands. */
  private static final int PART = 5000;

  private static final int LONGEST = 100;

  private final Editing editing;

  RenameService(Editing editing) {
    this.editing = editing;
  }

  Renamed road(long id, String seen, RenameRequest.OfRoad request, LocalDate from) {
    String name = name(request.name());
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          lock(edit, ThingKind.ROAD, id, seen);
          Timeline before = edit.timeline(ThingKind.ROAD, id);
          String former = edit.on(ThingKind.ROAD, id, from).value("name");
          edit.change(ThingKind.ROAD, id, from, Map.of("name", name));
          if (former == null) {
            return new Renamed(0, 0, 0);
          }
          int addresses =
              reword(
                  edit,
                  edit.pointingAt(ThingKind.ADDRESS, "road_id", id, from),
                  before.lasting("name", from),
                  new AddressWording(Component.ROAD, former, name));
          return new Renamed(addresses, 0, 0);
        });
  }

  Renamed region(long id, String seen, RenameRequest.OfRegion request, LocalDate from) {
    String name = name(request.name());
    return editing.run(
        Reasons.of(Kind.CHANGE, request.why(), request.source()),
        edit -> {
          lock(edit, ThingKind.REGION, id, seen);
          Timeline before = edit.timeline(ThingKind.REGION, id);
          Version then = edit.on(ThingKind.REGION, id, from);
          RegionCodes codes = new RegionCodes(edit, then, before.lasting("code", from));
          int regions = 0;
          int grids = 0;
          edit.change(ThingKind.REGION, id, from, Map.of("name", name));
          String code = request.code();
          if (code != null && !code.equals(then.value("code"))) {
            codes.requireOf(code, from);
            edit.change(ThingKind.REGION, id, from, Map.of("code", code));
            regions = codes.below(ThingKind.REGION, id, code);
            grids = codes.below(ThingKind.GRID, id, code);
            codes.requireUnheld();
          }
          int addresses = addresses(edit, id, then, before.lasting("name", from), name);
          return new Renamed(addresses, regions, grids);
        });
  }

  private static int addresses(Edit edit, long id, Version region, Days days, String name)
      throws SQLException {
    String former = String.valueOf(region.value("name"));
    Component component = Component.valueOf(String.valueOf(region.value("level")));
    Map<String, @Nullable Object> of = new HashMap<>();
    of.put("region", id);
    of.put("level", component.name());
    of.put("name", former);
    of.put("parent", parentName(edit, region, days.from()));
    of.put("from", days.from());
    of.put("to", days.to());
    return reword(
        edit, edit.find(OF_REGION, of), days, new AddressWording(component, former, name));
  }

  private static @Nullable String parentName(Edit edit, Version region, LocalDate day)
      throws SQLException {
    return region.value("parent_id") == null
        ? null
        : edit.timeline(ThingKind.REGION, region.reference("parent_id"))
            .on(day)
            .map(parent -> parent.value("name"))
            .orElse(null);
  }

  private static int reword(Edit edit, List<Long> addresses, Days days, AddressWording wording)
      throws SQLException {
    Set<Thing> things = new HashSet<>();
    addresses.forEach(address -> things.add(Edit.thing(ThingKind.ADDRESS, address)));
    edit.lock(things);
    int written = 0;
    for (int at = 0; at < addresses.size(); at += PART) {
      written +=
          edit.rewriteAll(
              ThingKind.ADDRESS,
              addresses.subList(at, Math.min(at + PART, addresses.size())),
              (id, timeline) -> wording.on(days, timeline));
    }
    return written;
  }

  private static void lock(Edit edit, ThingKind kind, long id, String seen) throws SQLException {
    edit.lock(Set.of(Edit.thing(kind, id)));
    edit.forget();
    Etag.check(edit, kind, id, seen);
  }

  private static String name(@Nullable String name) {
    if (name == null || name.isBlank()) {
      throw Refusal.field("name", "value.missing", "名称必须填写");
    }
    if (name.length() > LONGEST || name.indexOf('\0') >= 0) {
      throw Refusal.field("name", "value.invalid", "名称最多 " + LONGEST + " 个字");
    }
    return name.strip();
  }
}
