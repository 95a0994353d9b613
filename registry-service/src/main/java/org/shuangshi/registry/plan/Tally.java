package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the buildings of a plan hold, to be added up for any grids one can draw. Numbers of people
 * are told of places (decisions/13): of a building where names are seen, of a whole cell elsewhere.
 */
final class Tally {
  private final List<Counted> buildings;
  private final List<Place> places;

  Tally(List<Counted> buildings, List<Place> places) {
    this.buildings = List.copyOf(buildings);
    this.places = List.copyOf(places);
  }

  /**
   * A building.
   *
   * @param grid it lies in; null: in none
   * @param toFind dwellings UNLINKED or UNVISITED
   * @param place its place in {@link #places()}; -1: nothing is told of who lives there
   */
  record Counted(
      long id,
      double lon,
      double lat,
      @Nullable Long grid,
      int vacant,
      int occupied,
      int unlinked,
      int unvisited,
      int toFind,
      int place) {}

  /**
   * What numbers of people are told of.
   *
   * @param households ids of those who live there; never told
   */
  record Place(Set<Long> households, int people) {}

  /**
   * What a grid holds.
   *
   * @param untold buildings of places that lie in it in part only, or are told nothing of
   */
  record Sum(int buildings, int vacant, int households, int people, int load, int untold) {
    static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0);
  }

  List<Counted> buildings() {
    return buildings;
  }

  List<Place> places() {
    return places;
  }

  /**
   * Adds up some of the buildings.
   *
   * @param loadOfUnknown households each dwelling to find counts as
   */
  Sum sum(Collection<Counted> some, double loadOfUnknown) {
    Set<Integer> whole = whole(some);
    Set<Long> households = new HashSet<>();
    int people = 0;
    for (int place : whole) {
      households.addAll(places.get(place).households());
      people += places.get(place).people();
    }
    int toFind = total(some, Counted::toFind);
    return new Sum(
        some.size(),
        total(some, Counted::vacant),
        households.size(),
        people,
        households.size() + (int) Math.round(toFind * loadOfUnknown),
        (int) some.stream().filter(each -> !whole.contains(each.place())).count());
  }

  /** Places all of whose buildings are among these. */
  private Set<Integer> whole(Collection<Counted> some) {
    Map<Integer, Integer> here = new HashMap<>();
    some.forEach(each -> here.merge(each.place(), 1, Integer::sum));
    Set<Integer> whole = new HashSet<>();
    here.forEach(
        (place, count) -> {
          if (place >= 0 && count.equals(sizes().get(place))) {
            whole.add(place);
          }
        });
    return whole;
  }

  private @Nullable Map<Integer, Integer> sizes;

  private Map<Integer, Integer> sizes() {
    Map<Integer, Integer> known = sizes;
    if (known == null) {
      known = new HashMap<>();
      for (Counted each : buildings) {
        known.merge(each.place(), 1, Integer::sum);
      }
      sizes = known;
    }
    return known;
  }

  private static int total(Collection<Counted> some, ToIntFunction<Counted> of) {
    return some.stream().mapToInt(of).sum();
  }

  /** Households of which each lives in several places, by those places. */
  Map<List<Integer>, Integer> shared() {
    Map<Long, List<Integer>> homes = new HashMap<>();
    for (int place = 0; place < places.size(); place++) {
      for (long household : places.get(place).households()) {
        homes.computeIfAbsent(household, id -> new ArrayList<>(1)).add(place);
      }
    }
    Map<List<Integer>, Integer> shared = new HashMap<>();
    homes.values().stream()
        .filter(each -> each.size() > 1)
        .forEach(each -> shared.merge(each, 1, Integer::sum));
    return shared;
  }
}
