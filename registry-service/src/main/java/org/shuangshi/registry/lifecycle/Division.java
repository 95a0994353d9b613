package org.shuangshi.registry.lifecycle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;

/**
 * Which part of a split building has which units and entrances: units as asked, each in exactly one
 * part; an entrance where its units are, one without units where it is nearest.
 */
final class Division {
  private final Map<Long, Integer> parts = new HashMap<>();

  private Division() {}

  static Division of(
      Edit edit,
      Contents contents,
      List<LifecycleRequest.Part> asked,
      List<Map<String, @Nullable String>> values,
      LocalDate from)
      throws SQLException {
    Division division = new Division();
    division.units(asked, contents.of(ThingKind.UNIT));
    Days days = Days.since(from);
    for (Map.Entry<Long, Timeline> unit :
        edit.timelines(ThingKind.UNIT, contents.of(ThingKind.UNIT)).entrySet()) {
      for (Version each : unit.getValue().versions()) {
        if (each.days().overlaps(days) && each.value("entrance_id") != null) {
          division.entrance(each.reference("entrance_id"), division.partOf(unit.getKey()));
        }
      }
    }
    List<Geometry> footprints =
        values.stream().map(each -> Footprints.read(each.get("footprint"))).toList();
    for (Map.Entry<Long, Timeline> entrance :
        edit.timelines(ThingKind.ENTRANCE, contents.of(ThingKind.ENTRANCE)).entrySet()) {
      List<Version> versions = entrance.getValue().versions();
      division.parts.computeIfAbsent(
          entrance.getKey(),
          id -> nearest(footprints, versions.get(versions.size() - 1).value("geom")));
    }
    return division;
  }

  private void units(List<LifecycleRequest.Part> asked, List<Long> here) {
    List<FieldFault> faults = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      List<Long> units = asked.get(i).units();
      for (long unit : units == null ? List.<Long>of() : units) {
        String at = "parts[" + i + "].units";
        if (!here.contains(unit)) {
          faults.add(new FieldFault(at, "unit.not-here", "编号 " + unit + " 的户室不在这栋楼"));
        } else if (parts.put(unit, i) != null) {
          faults.add(new FieldFault(at, "unit.not-once", "编号 " + unit + " 的户室给了两次"));
        }
      }
    }
    for (long unit : here) {
      if (!parts.containsKey(unit)) {
        faults.add(new FieldFault("parts", "unit.not-once", "编号 " + unit + " 的户室没有归到任何部分"));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.fields(faults.get(0).code(), "每个户室应恰在一个部分", faults);
    }
  }

  private void entrance(long id, int part) {
    Integer known = parts.put(id, part);
    if (known != null && known != part) {
      throw Refusal.field("parts", "entrance.divided", "编号 " + id + " 的单元的户室分在了两个部分；请先把单元分开登记");
    }
  }

  private static int nearest(List<Geometry> footprints, @Nullable String point) {
    if (point == null) {
      return 0;
    }
    Geometry door = Footprints.read(point);
    int nearest = 0;
    for (int i = 1; i < footprints.size(); i++) {
      if (footprints.get(i).distance(door) < footprints.get(nearest).distance(door)) {
        nearest = i;
      }
    }
    return nearest;
  }

  int partOf(long thing) {
    Integer part = parts.get(thing);
    if (part == null) {
      throw new IllegalStateException("not of the building: " + thing);
    }
    return part;
  }
}
