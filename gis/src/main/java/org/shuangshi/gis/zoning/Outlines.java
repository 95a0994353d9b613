package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The polygons of grids: atoms joined, and vertices left out that were only put in between. */
final class Outlines {

  /** Rounding puts a vertex less than a step off its line. */
  private static final double STRAIGHT_STEPS = 1.5;

  private final GeometryFactory factory = new GeometryFactory();
  private final Set<Coordinate> made;
  private final Map<Coordinate, Set<Coordinate>> beside = new HashMap<>();

  private Outlines(Set<Coordinate> made) {
    this.made = made;
  }

  /**
   * The polygons, in steps, by number of the grid.
   *
   * @param gridOf for each atom, from 0, every number taken
   */
  static List<MultiPolygon> of(Atoms atoms, int[] gridOf) {
    List<List<Geometry>> parts = new ArrayList<>();
    for (int g = 0; g < Graph.count(gridOf); g++) {
      parts.add(new ArrayList<>());
    }
    for (Cells.Part part : atoms.parts) {
      parts.get(gridOf[part.cell()]).add(part.area());
    }
    Outlines outlines = new Outlines(new HashSet<>(atoms.made));
    List<Geometry> joined = new ArrayList<>();
    for (List<Geometry> grid : parts) {
      joined.add(joined(grid));
    }
    joined.forEach(outlines::learn);
    return outlines.tidy(joined);
  }

  /**
   * Where two borders run a step apart, a straightened one may touch the other: there both keep
   * what was put in between.
   */
  private List<MultiPolygon> tidy(List<Geometry> grids) {
    while (true) {
      List<MultiPolygon> tidy = grids.stream().map(this::tidy).toList();
      Set<Coordinate> needed = new HashSet<>();
      for (int g = 0; g < tidy.size(); g++) {
        if (!Scale.degrees(tidy.get(g)).isValid()) {
          needed.addAll(List.of(grids.get(g).getCoordinates()));
        }
      }
      if (!made.removeAll(needed)) {
        return tidy;
      }
    }
  }

  /**
   * Polygons that meet edge to edge, as one. JTS's CoverageUnion does the same faster, but leaves a
   * ring that touches itself where two of its corners meet in a vertex (1.20).
   */
  static Geometry joined(List<? extends Geometry> coverage) {
    Set<Segment> once = new LinkedHashSet<>();
    for (Geometry each : coverage) {
      for (int p = 0; p < each.getNumGeometries(); p++) {
        for (LinearRing ring : rings((Polygon) each.getGeometryN(p))) {
          Coordinate[] vertices = ring.getCoordinates();
          for (int i = 0; i + 1 < vertices.length; i++) {
            Segment segment = Segment.of(vertices[i], vertices[i + 1]);
            if (!once.remove(segment)) {
              once.add(segment);
            }
          }
        }
      }
    }
    GeometryFactory factory = new GeometryFactory();
    Polygonizer polygonizer = new Polygonizer(true);
    for (Segment segment : once) {
      polygonizer.add(factory.createLineString(new Coordinate[] {segment.low(), segment.high()}));
    }
    Geometry joined = polygonizer.getGeometry();
    joined.normalize();
    return joined;
  }

  private static List<LinearRing> rings(Polygon polygon) {
    List<LinearRing> rings = new ArrayList<>();
    rings.add(polygon.getExteriorRing());
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      rings.add(polygon.getInteriorRingN(hole));
    }
    return rings;
  }

  private void learn(Geometry grid) {
    for (int p = 0; p < grid.getNumGeometries(); p++) {
      for (LinearRing ring : rings((Polygon) grid.getGeometryN(p))) {
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 0; i + 1 < vertices.length; i++) {
          beside.computeIfAbsent(vertices[i], key -> new HashSet<>(4)).add(vertices[i + 1]);
          beside.computeIfAbsent(vertices[i + 1], key -> new HashSet<>(4)).add(vertices[i]);
        }
      }
    }
  }

  private MultiPolygon tidy(Geometry grid) {
    Polygon[] polygons = new Polygon[grid.getNumGeometries()];
    for (int p = 0; p < polygons.length; p++) {
      List<LinearRing> rings =
          rings((Polygon) grid.getGeometryN(p)).stream().map(this::tidy).toList();
      polygons[p] =
          factory.createPolygon(
              rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }
    return factory.createMultiPolygon(polygons);
  }

  private boolean stays(Coordinate vertex) {
    return !made.contains(vertex) || beside.getOrDefault(vertex, Set.of()).size() != 2;
  }

  private LinearRing tidy(LinearRing ring) {
    Coordinate[] vertices = ring.getCoordinates();
    int n = vertices.length - 1;
    int start = 0;
    while (start < n && !stays(vertices[start])) {
      start++;
    }
    if (start == n) {
      return ring;
    }
    List<Coordinate> kept = new ArrayList<>();
    kept.add(vertices[start]);
    List<Coordinate> between = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      Coordinate vertex = vertices[(start + k) % n];
      if (k < n && !stays(vertex)) {
        between.add(vertex);
        continue;
      }
      if (!straight(kept.get(kept.size() - 1), vertex, between)) {
        kept.addAll(between);
      }
      between.clear();
      kept.add(vertex);
    }
    return kept.size() < 4 ? ring : factory.createLinearRing(kept.toArray(Coordinate[]::new));
  }

  /** The same answer whichever way the border is walked. */
  private static boolean straight(Coordinate from, Coordinate to, List<Coordinate> between) {
    Segment segment = Segment.of(from, to);
    for (Coordinate vertex : between) {
      if (Distance.pointToSegment(vertex, segment.low(), segment.high()) > STRAIGHT_STEPS) {
        return false;
      }
    }
    return true;
  }
}
