package org.shuangshi.registry.year;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.year.DayBook.Known;
import org.shuangshi.registry.year.DayBook.Thing;

/** What a grid holds on a day, worked out of a book of days by the rules of the field. */
final class GridModel {
  private static final String STREET = "339901001";
  private static final String CITY = "3399";

  private final Known known;
  private final LocalDate day;

  GridModel(Known known, LocalDate day) {
    this.known = known;
    this.day = day;
  }

  private Map<String, String> of(Thing thing) {
    return Objects.requireNonNull(thing.on(day));
  }

  private @Nullable Map<String, String> find(String kind, @Nullable String id) {
    return id == null ? null : known.thing(kind, Long.parseLong(id)).on(day);
  }

  /** Buildings that stand. */
  List<Long> buildings() {
    return known.there("building", day).stream()
        .filter(each -> "STANDING".equals(of(each).get("status")))
        .map(each -> each.id)
        .toList();
  }

  private boolean stands(Thing unit) {
    return buildings().contains(Long.valueOf(of(unit).get("building")));
  }

  /** Units that have an occupancy: state, basis, contradiction, address. */
  Map<Long, String> units() {
    Map<Long, String> units = new TreeMap<>();
    for (Thing unit : known.there("unit", day)) {
      if (stands(unit) && !"GARAGE".equals(of(unit).get("use"))) {
        units.put(unit.id, occupancy(unit.id) + " " + address(of(unit)));
      }
    }
    return units;
  }

  private String address(Map<String, String> unit) {
    Map<String, String> address = find("address", unit.get("address"));
    return address == null
        ? "-"
        : "双河市东城区河滨街道" + address.get("road") + address.get("doorNumber") + address.get("room");
  }

  private List<Thing> in(String kind, long unit) {
    return known.there(kind, day).stream()
        .filter(each -> String.valueOf(unit).equals(of(each).get("unit")))
        .toList();
  }

  private String occupancy(long unit) {
    Map<String, List<Thing>> by = new HashMap<>();
    by.put("1 BUSINESS", in("organisation", unit));
    by.put("3 RENTED", concat(in("tenancy", unit), homes(unit, true)));
    by.put("4 OWN", homes(unit, false));
    Optional<Thing> visit =
        in("evidence", unit).stream()
            .max(
                Comparator.comparing((Thing each) -> each.since(day))
                    .thenComparing(each -> each.id));
    boolean empty = visit.filter(each -> "EMPTY".equals(of(each).get("finding"))).isPresent();
    Optional<String> basis =
        by.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .min(Comparator.naturalOrder());
    if (basis.isPresent()) {
      boolean contradicted =
          empty
              && by.values().stream()
                  .flatMap(List::stream)
                  .anyMatch(each -> !each.since(day).isAfter(visit.orElseThrow().since(day)));
      return "OCCUPIED " + basis.get().substring(2) + (contradicted ? " !" : "");
    }
    return empty ? "VERIFIED_VACANT" : visit.isPresent() ? "UNLINKED" : "UNVISITED";
  }

  private List<Thing> homes(long unit, boolean rented) {
    return in("residence", unit).stream()
        .filter(each -> rented == List.of("TENANT", "LODGER").contains(of(each).get("role")))
        .toList();
  }

  private static List<Thing> concat(List<Thing> one, List<Thing> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }

  private List<Thing> living() {
    return known.there("residence", day).stream()
        .filter(
            each -> {
              Map<String, String> unit = find("unit", of(each).get("unit"));
              return unit != null && buildings().contains(Long.valueOf(unit.get("building")));
            })
        .toList();
  }

  /** Persons by kind and unit. */
  Map<Long, String> people() {
    Map<Long, String> people = new TreeMap<>();
    for (Thing home : living()) {
      Map<String, String> person = find("person", of(home).get("person"));
      if (person != null) {
        people.put(
            Long.valueOf(of(home).get("person")),
            kind(person.get("registeredRegionCode")) + " " + of(home).get("unit"));
      }
    }
    return people;
  }

  private static String kind(@Nullable String registered) {
    return registered == null
        ? "UNKNOWN"
        : registered.startsWith(STREET)
            ? "REGISTERED"
            : registered.startsWith(CITY) ? "SEPARATED" : "FLOATING";
  }

  /** Households with somebody at home: unit and members. */
  Map<Long, String> households() {
    Map<Long, TreeSet<String>> members = new TreeMap<>();
    Map<Long, String> where = new TreeMap<>();
    for (Thing home : living()) {
      String household = of(home).get("household");
      if (household != null) {
        members
            .computeIfAbsent(Long.valueOf(household), id -> new TreeSet<>())
            .add(of(home).get("person"));
        where.put(Long.valueOf(household), of(home).get("unit"));
      }
    }
    Map<Long, String> households = new TreeMap<>();
    members.forEach((id, all) -> households.put(id, where.get(id) + " " + all.size()));
    return households;
  }

  int organisations() {
    return (int)
        known.there("organisation", day).stream()
            .filter(
                each -> {
                  Map<String, String> unit = find("unit", of(each).get("unit"));
                  return unit != null && buildings().contains(Long.valueOf(unit.get("building")));
                })
            .count();
  }

  /** Units of a building, with how many live in each. */
  Map<Long, Integer> chart(long building) {
    Map<Long, Integer> chart = new TreeMap<>();
    for (Thing unit : known.there("unit", day)) {
      if (String.valueOf(building).equals(of(unit).get("building"))) {
        TreeSet<String> people = new TreeSet<>();
        in("residence", unit.id).forEach(home -> people.add(of(home).get("person")));
        chart.put(unit.id, people.size());
      }
    }
    return chart;
  }
}
