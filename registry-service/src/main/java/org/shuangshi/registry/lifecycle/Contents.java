package org.shuangshi.registry.lifecycle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;

/** What is in buildings from a day on, by kind: ids in order. */
record Contents(Map<ThingKind, List<Long>> ids) {

  /** Kinds that say what unit they are of, by {@code unit_id}. */
  private static final List<ThingKind> OF_UNITS =
      List.of(
          ThingKind.HOUSEHOLD,
          ThingKind.RESIDENCE,
          ThingKind.TENANCY,
          ThingKind.ORGANISATION,
          ThingKind.EVIDENCE);

  /** SQLSTATE serialization_failure: the edit is run again from the start. */
  private static final String AGAIN = "40001";

  /**
   * Locks buildings and what is in them. What is to be locked is found by reading; what has come
   * when it is read again under the locks starts the work over.
   */
  static Contents lock(Edit edit, Collection<Long> buildings, LocalDate from) throws SQLException {
    Set<Thing> locked = find(edit, buildings, from).things();
    buildings.forEach(id -> locked.add(Edit.thing(ThingKind.BUILDING, id)));
    edit.lock(locked);
    edit.forget();
    Contents contents = find(edit, buildings, from);
    if (!locked.containsAll(contents.things())) {
      throw new SQLException("overtaken while locking", AGAIN);
    }
    return contents;
  }

  private static Contents find(Edit edit, Collection<Long> buildings, LocalDate from)
      throws SQLException {
    Map<ThingKind, List<Long>> ids = new EnumMap<>(ThingKind.class);
    ids.put(
        ThingKind.ENTRANCE, edit.pointingAt(ThingKind.ENTRANCE, "building_id", buildings, from));
    List<Long> units = edit.pointingAt(ThingKind.UNIT, "building_id", buildings, from);
    ids.put(ThingKind.UNIT, units);
    for (ThingKind kind : OF_UNITS) {
      ids.put(kind, edit.pointingAt(kind, "unit_id", units, from));
    }
    return new Contents(ids);
  }

  private Set<Thing> things() {
    Set<Thing> things = new HashSet<>();
    ids.forEach((kind, each) -> each.forEach(id -> things.add(Edit.thing(kind, id))));
    return things;
  }

  List<Long> of(ThingKind kind) {
    return ids.getOrDefault(kind, List.of());
  }

  int count(ThingKind kind) {
    return of(kind).size();
  }
}
