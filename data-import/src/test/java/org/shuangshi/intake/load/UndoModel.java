package org.shuangshi.intake.load;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What undoing comes to, the dull way: whole registers compared thing by thing and day by day.
 * Shares nothing with {@link UndoPlan} but the words of its rules.
 */
final class UndoModel {

  /** A believed row: days, and what it says; references to things by column. */
  record Said(
      String table,
      long id,
      LocalDate since,
      LocalDate until,
      String text,
      Map<String, Long> refers) {

    boolean overlaps(Said other) {
      return since.isBefore(other.until) && other.since.isBefore(until);
    }
  }

  private static final Map<String, List<String>> REFERENCES =
      Map.of(
          "building", List.of("address_id"),
          "entrance", List.of("building_id"),
          "unit", List.of("building_id", "entrance_id", "address_id"),
          "household", List.of("unit_id"),
          "residence", List.of("unit_id", "person_id", "household_id"),
          "organisation", List.of("unit_id"),
          "evidence", List.of("unit_id"));

  private UndoModel() {}

  static final List<String> TABLES =
      List.of(
          "address",
          "building",
          "entrance",
          "unit",
          "household",
          "person",
          "residence",
          "organisation",
          "evidence");

  /** All that is believed now. */
  static Map<Long, Set<Said>> believed(Imports imports) {
    Map<Long, Set<Said>> all = new TreeMap<>();
    for (String table : TABLES) {
      for (String line :
          imports.ask(
              "SELECT concat_ws('|', id, since, CASE WHEN until = 'infinity' THEN '9999-01-01' ELSE until::text END, "
                  + REFERENCES.getOrDefault(table, List.of()).stream()
                      .map(column -> "coalesce(" + column + ", 0), ")
                      .reduce("", String::concat)
                  + "(to_jsonb(t) - ARRAY['version', 'recorded', 'opened_by', 'closed_by', 'community_id', 'road_id', 'estate_id',"
                  + " 'registered_unit_id', 'document_hash', 'document_tail', 'erased_at'])::text) FROM "
                  + table
                  + " t WHERE upper_inf(recorded)")) {
        Said said = read(table, line);
        all.computeIfAbsent(said.id(), id -> new HashSet<>()).add(said);
      }
    }
    return all;
  }

  private static Said read(String table, String line) {
    List<String> columns = REFERENCES.getOrDefault(table, List.of());
    String[] part = line.split("\\|", 4 + columns.size());
    Map<String, Long> refers = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      long id = Long.parseLong(part[3 + i]);
      if (id != 0) {
        refers.put(columns.get(i), id);
      }
    }
    return new Said(
        table,
        Long.parseLong(part[0]),
        LocalDate.parse(part[1]),
        LocalDate.parse(part[2]),
        part[3 + columns.size()],
        refers);
  }

  /** What is to be believed once the import that led from one state to the next is undone now. */
  static Map<Long, Set<Said>> undone(
      Map<Long, Set<Said>> before, Map<Long, Set<Said>> after, Map<Long, Set<Said>> now) {
    Set<Long> undo = new HashSet<>();
    Set<Long> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (Long id : all) {
      if (!of(before, id).equals(of(after, id)) && of(after, id).equals(of(now, id))) {
        undo.add(id);
      }
    }
    while (true) {
      Map<Long, Set<Said>> result = result(before, now, undo);
      Set<Long> keep = new HashSet<>();
      result.forEach(
          (id, rows) -> rows.forEach(row -> judge(row, before, now, result, undo, keep)));
      if (keep.isEmpty()) {
        return result;
      }
      undo.removeAll(keep);
    }
  }

  private static void judge(
      Said row,
      Map<Long, Set<Said>> before,
      Map<Long, Set<Said>> now,
      Map<Long, Set<Said>> result,
      Set<Long> undo,
      Set<Long> keep) {
    boolean again = undo.contains(row.id());
    for (Long other : row.refers().values()) {
      for (LocalDate day : days(row, before, now, result, other)) {
        boolean was = there(again ? before : now, other, day);
        if (was && !there(result, other, day)) {
          keep.add(again ? row.id() : other);
        }
      }
    }
    if (again && row.table().equals("residence") && !of(now, row.id()).contains(row)) {
      result.values().stream()
          .flatMap(Set::stream)
          .filter(other -> other.table().equals("residence") && other.id() != row.id())
          .filter(other -> of(now, other.id()).contains(other) && other.overlaps(row))
          .filter(
              other ->
                  both(row, other, "person_id", "\"main\": true")
                      || both(row, other, "household_id", "\"relation\": \"HEAD\""))
          .forEach(other -> keep.add(row.id()));
    }
  }

  private static boolean both(Said one, Said other, String column, String says) {
    return one.text().contains(says)
        && other.text().contains(says)
        && one.refers().get(column) != null
        && one.refers().get(column).equals(other.refers().get(column));
  }

  /** First days of all spans in which nothing changes, of a row. */
  private static Set<LocalDate> days(
      Said row,
      Map<Long, Set<Said>> before,
      Map<Long, Set<Said>> now,
      Map<Long, Set<Said>> result,
      Long other) {
    Set<LocalDate> days = new HashSet<>(Set.of(row.since()));
    for (Map<Long, Set<Said>> state : List.of(before, now, result)) {
      for (Said each : of(state, other)) {
        days.add(each.since());
        days.add(each.until());
      }
    }
    days.removeIf(day -> day.isBefore(row.since()) || !day.isBefore(row.until()));
    return days;
  }

  private static boolean there(Map<Long, Set<Said>> state, Long id, LocalDate day) {
    return of(state, id).stream()
        .anyMatch(each -> !day.isBefore(each.since()) && day.isBefore(each.until()));
  }

  private static Map<Long, Set<Said>> result(
      Map<Long, Set<Said>> before, Map<Long, Set<Said>> now, Set<Long> undo) {
    Map<Long, Set<Said>> result = new TreeMap<>();
    Set<Long> all = new HashSet<>(before.keySet());
    all.addAll(now.keySet());
    for (Long id : all) {
      Set<Said> rows = of(undo.contains(id) ? before : now, id);
      if (!rows.isEmpty()) {
        result.put(id, rows);
      }
    }
    return result;
  }

  private static Set<Said> of(Map<Long, Set<Said>> state, Long id) {
    return state.getOrDefault(id, Set.of());
  }
}
