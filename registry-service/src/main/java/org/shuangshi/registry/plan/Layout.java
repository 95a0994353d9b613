package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.shuangshi.registry.grid.GridSetting;
import org.shuangshi.registry.plan.Ground.HouseholdBand;
import org.shuangshi.registry.plan.Tally.Counted;

/** Grids as they stand or as a plan draws them, with what lies in each. */
final class Layout {
  private final Map<Long, Cell> cells = new HashMap<>();
  private final Map<Long, Cell> ofBuilding = new HashMap<>();
  private final Map<Long, List<Counted>> members = new HashMap<>();

  /**
   * One of them.
   *
   * @param band null where nothing is set
   */
  record Cell(
      long id,
      String code,
      String name,
      @Nullable HouseholdBand band,
      List<PlanPost> team,
      Geometry area) {

    @Nullable String leader() {
      return Drawing.DrawnGrid.leader(team);
    }

    // outlines are long, and a grid is there once in a layout
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cell cell && cell.id == id && cell.area == area;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  private Layout(List<Cell> some, List<Counted> buildings) {
    List<Cell> inOrder = some.stream().sorted(Comparator.comparingLong(Cell::id)).toList();
    List<PointOnGeometryLocator> locators =
        inOrder.stream()
            .<PointOnGeometryLocator>map(each -> new IndexedPointInAreaLocator(each.area()))
            .toList();
    inOrder.forEach(each -> cells.put(each.id(), each));
    for (Counted building : buildings) {
      Coordinate at = new Coordinate(building.lon(), building.lat());
      for (int i = 0; i < inOrder.size(); i++) { // on a shared edge the smallest id has it
        if (inOrder.get(i).area().getEnvelopeInternal().covers(at)
            && locators.get(i).locate(at) != Location.EXTERIOR) {
          ofBuilding.put(building.id(), inOrder.get(i));
          members.computeIfAbsent(inOrder.get(i).id(), id -> new ArrayList<>()).add(building);
          break;
        }
      }
    }
  }

  static Layout standing(Ground ground, List<Counted> buildings) {
    return new Layout(
        ground.grids().stream()
            .map(
                each ->
                    new Cell(
                        each.id(),
                        each.code(),
                        each.name(),
                        ground.community(each.community()).band(each.setting()),
                        ground.team(each.id()),
                        each.geom()))
            .toList(),
        buildings);
  }

  static Layout drawn(Drawing drawing, Map<Long, String> codes, List<Counted> buildings) {
    return new Layout(
        drawing.grids().stream()
            .map(
                each ->
                    new Cell(
                        each.id(),
                        codes.getOrDefault(each.id(), ""),
                        String.valueOf(each.said().name()),
                        each.community()
                            .band(
                                each.said().setting() == null
                                    ? GridSetting.URBAN
                                    : each.said().setting()),
                        each.team(),
                        each.area()))
            .toList(),
        buildings);
  }

  Map<Long, Cell> cells() {
    return cells;
  }

  @Nullable Cell of(Counted building) {
    return ofBuilding.get(building.id());
  }

  /** The buildings that lie in a cell. */
  List<Counted> in(long cell) {
    return members.getOrDefault(cell, List.of());
  }
}
