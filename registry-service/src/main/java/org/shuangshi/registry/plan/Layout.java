package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
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

    boolean isNew() {
      return id >= PlanGrid.FIRST_NEW;
    }

    @Nullable String leader() {
      return Drawing.DrawnGrid.leader(team);
    }

    // a grid is there once in a layout
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cell cell && cell.id == id;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  private Layout(List<Cell> some, List<Counted> buildings) {
    STRtree near = new STRtree();
    for (Cell each : some) {
      cells.put(each.id(), each);
      near.insert(each.area().getEnvelopeInternal(), new Located(each));
    }
    for (Counted building : buildings) {
      Coordinate at = new Coordinate(building.lon(), building.lat());
      Cell cell = covering(near, at);
      if (cell != null) {
        ofBuilding.put(building.id(), cell);
        members.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(building);
      }
    }
  }

  /** A cell that is asked for many points. */
  private record Located(Cell cell, PointOnGeometryLocator locator) {
    Located(Cell cell) {
      this(cell, new IndexedPointInAreaLocator(cell.area()));
    }
  }

  /** On a shared edge the smallest id has it. */
  private static @Nullable Cell covering(STRtree near, Coordinate at) {
    Cell smallest = null;
    for (Object item : near.query(new Envelope(at))) {
      Located each = (Located) item;
      if ((smallest == null || each.cell().id() < smallest.id())
          && each.locator().locate(at) != Location.EXTERIOR) {
        smallest = each.cell();
      }
    }
    return smallest;
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
