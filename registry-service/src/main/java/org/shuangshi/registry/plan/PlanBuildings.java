package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Tally.Counted;

/**
 * Counts of all buildings of a plan's communities, in columns: the n-th of each list is of the n-th
 * building, or place. An editor adds them up for grids as they are drawn.
 *
 * @param loadOfUnknown households each dwelling to find counts as in a load
 * @param shared households that live in several places: to be counted once
 */
record PlanBuildings(
    LocalDate asOf,
    double loadOfUnknown,
    BuildingColumns buildings,
    PlaceColumns places,
    List<SharedHouseholds> shared) {

  /**
   * Buildings.
   *
   * @param grid id of the grid each lies in; null: in none
   * @param toFind dwellings UNLINKED or UNVISITED
   * @param place number of the place each is counted with, from 0; -1: nothing is told of who lives
   *     there
   */
  record BuildingColumns(
      List<Long> id,
      List<Double> lon,
      List<Double> lat,
      List<@Nullable Long> grid,
      List<Integer> vacant,
      List<Integer> occupied,
      List<Integer> unlinked,
      List<Integer> unvisited,
      List<Integer> toFind,
      List<Integer> place) {}

  /** What people are counted by: a building, or a cell that counts where all of it lies inside. */
  record PlaceColumns(List<Integer> households, List<Integer> people) {}

  /** So many households live in all of these places. */
  record SharedHouseholds(List<Integer> places, int households) {}

  static PlanBuildings of(Tally tally, LocalDate day, double loadOfUnknown) {
    List<Counted> all = tally.buildings();
    return new PlanBuildings(
        day,
        loadOfUnknown,
        new BuildingColumns(
            all.stream().map(Counted::id).toList(),
            all.stream().map(Counted::lon).toList(),
            all.stream().map(Counted::lat).toList(),
            all.stream().map(Counted::grid).toList(),
            all.stream().map(Counted::vacant).toList(),
            all.stream().map(Counted::occupied).toList(),
            all.stream().map(Counted::unlinked).toList(),
            all.stream().map(Counted::unvisited).toList(),
            all.stream().map(Counted::toFind).toList(),
            all.stream().map(Counted::place).toList()),
        new PlaceColumns(
            tally.places().stream().map(each -> each.households().size()).toList(),
            tally.places().stream().map(Tally.Place::people).toList()),
        tally.shared().entrySet().stream()
            .map(each -> new SharedHouseholds(each.getKey(), each.getValue()))
            .toList());
  }
}
