package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.Lattice;

/** What might mend a fault, the likeliest first; whether it does is for {@link Inspection}. */
final class Repairs {

  private static final int MOST = 4;

  private final Mesh mesh;
  private final Borders borders;
  private final Map<Long, Building> buildings = new HashMap<>();

  Repairs(Mesh mesh, Collection<Building> buildings) {
    this.mesh = mesh;
    this.borders = Borders.of(mesh);
    buildings.forEach(building -> this.buildings.put(building.id(), building));
  }

  List<List<Edit>> of(GroundFault fault) {
    List<List<Edit>> proposals =
        switch (fault.kind()) {
          case GAP -> filled(fault.faces().get(0));
          case OVERLAP -> decided(fault.faces().get(0));
          case OUTSIDE -> List.of(List.of(new Edit.Drop(fault.faces().get(0))));
          case SLIVER, MULTI_PART -> joined(fault);
          case BUILDING_CUT -> wholeIn(fault);
          case BUILDING_IN_NO_GRID -> groundOf(fault);
        };
    return proposals.subList(0, Math.min(MOST, proposals.size()));
  }

  private List<List<Edit>> filled(long face) {
    return borders.takers(face).stream()
        .map(grid -> List.<Edit>of(new Edit.Fill(face, grid)))
        .toList();
  }

  /** One of the grids that claim it, that with the longest border first. */
  private List<List<Edit>> decided(long id) {
    Face face = Objects.requireNonNull(mesh.faces().get(id));
    List<Long> order = new ArrayList<>(borders.takers(id));
    order.retainAll(face.claims());
    face.claims().stream().filter(grid -> !order.contains(grid)).forEach(order::add);
    return order.stream().map(grid -> List.<Edit>of(new Edit.Fill(id, grid))).toList();
  }

  /** The part goes to a grid beside it. */
  private List<List<Edit>> joined(GroundFault fault) {
    long grid = fault.faces().get(0);
    Geometry ground = mesh.ground(grid);
    if (ground.getNumGeometries() == 1) {
      return borders.takers(grid).stream()
          .map(taker -> List.<Edit>of(new Edit.Merge(taker, grid)))
          .toList();
    }
    Geometry at = Tracing.FACTORY.createPoint(fault.at());
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      Polygon part = (Polygon) ground.getGeometryN(i);
      if (part.covers(at)) {
        return takers(grid, part).stream()
            .map(taker -> List.<Edit>of(new Edit.Carve(part, taker)))
            .toList();
      }
    }
    return List.of();
  }

  /** Open grids beside a part, by the length of the border. */
  private List<Long> takers(long grid, Polygon part) {
    Set<Segment> outline = new HashSet<>();
    for (List<Step> ring : Outlines.of(part)) {
      for (int i = 0; i + 1 < ring.size(); i++) {
        outline.add(Segment.of(ring.get(i), ring.get(i + 1)));
      }
    }
    Map<Long, Double> lengths = new HashMap<>();
    for (Edge edge : mesh.edges()) {
      if (edge.touches(grid)) {
        long other = edge.left() == grid ? edge.right() : edge.left();
        edge.eachSegment(
            (a, b) -> {
              if (outline.contains(Segment.of(a, b))) {
                lengths.merge(other, a.distance(b), Double::sum);
              }
            });
      }
    }
    return borders.takers(grid).stream()
        .filter(lengths::containsKey)
        .sorted(Comparator.comparingDouble(id -> -lengths.getOrDefault(id, 0.0)))
        .toList();
  }

  /** The ground of the footprint goes to one of the grids it lies in, that of most of it first. */
  private List<List<Edit>> wholeIn(GroundFault fault) {
    Geometry footprint = building(fault).footprint();
    List<Polygon> shells = new ArrayList<>();
    for (int i = 0; i < footprint.getNumGeometries(); i++) {
      if (footprint.getGeometryN(i) instanceof Polygon part) {
        // A courtyard goes with the building around it.
        Polygon shell = Tracing.FACTORY.createPolygon(part.getExteriorRing().getCoordinates());
        shells.add((Polygon) Lattice.round(shell));
      }
    }
    return fault.faces().stream()
        .filter(id -> id > Mesh.OUTSIDE)
        .sorted(
            Comparator.comparingDouble(id -> -footprint.intersection(mesh.ground(id)).getArea()))
        .map(grid -> shells.stream().<Edit>map(shell -> new Edit.Carve(shell, grid)).toList())
        .toList();
  }

  /** The loose ground under a building goes to a grid beside it. */
  private List<List<Edit>> groundOf(GroundFault fault) {
    Geometry inside = Tracing.FACTORY.createPoint(building(fault).inside());
    for (Face face : mesh.faces().values()) {
      if (!face.isGrid() && mesh.ground(face.id()).covers(inside)) {
        return face.ground() == Face.Ground.DISPUTED ? decided(face.id()) : filled(face.id());
      }
    }
    return List.of();
  }

  private Building building(GroundFault fault) {
    return Objects.requireNonNull(buildings.get(fault.building()));
  }
}
