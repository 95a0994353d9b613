package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas without the roads around them: each edge moves inwards by half the width of its road.
 *
 * <p>Corners are mitred by crossing the moved edges, with sums and products alone. Where that gives
 * no valid ring (narrow tongues), the area stays as it is.
 */
final class Inset {
  private static final double WALL = 0.4;

  private final List<Road> roads;

  Inset(List<Road> roads) {
    this.roads = roads;
  }

  /** Of one cell, or of cells together; in lattice steps. */
  Geometry of(List<Cell> cells) {
    Map<Partition.Edge, Integer> along = new HashMap<>();
    for (Cell cell : cells) {
      Coordinate[] ring = cell.area.getExteriorRing().getCoordinates();
      for (int i = 0; i < cell.edgeRoads.length; i++) {
        along.put(Partition.Edge.of(ring[i], ring[i + 1]), cell.edgeRoads[i]);
      }
    }
    // a copy, because it is normalised here and a cell's edges count along the cell's own ring
    Geometry union =
        cells.size() == 1
            ? cells.get(0).area.copy()
            : Lattice.union(cells.stream().map(c -> c.area).toArray(Geometry[]::new));
    union.normalize();
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      Polygon part = (Polygon) union.getGeometryN(i);
      parts.add(part(part, along));
    }
    return parts.size() == 1
        ? parts.get(0)
        : Lattice.WHOLE.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  private Polygon part(Polygon area, Map<Partition.Edge, Integer> along) {
    // normalize() turns shells right; inwards is then to the right of each edge
    Coordinate[] ring = area.getExteriorRing().getCoordinates();
    int n = ring.length - 1;
    boolean left = org.locationtech.jts.algorithm.Orientation.isCCW(ring);
    double[] x = new double[n];
    double[] y = new double[n];
    double[] away = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Lattice.eastMetres(ring[i].x);
      y[i] = Lattice.northMetres(ring[i].y);
      Integer road = along.get(Partition.Edge.of(ring[i], ring[i + 1]));
      double wide = road == null || road < 0 ? WALL : roads.get(road).kind.halfWidth + 1.5;
      away[i] = left ? wide : -wide;
    }
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      corner(x, y, away, (i + n - 1) % n, i, points);
    }
    Polygon inset =
        Lattice.polygon(
            points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
    boolean sound = inset.isValid() && inset.getArea() > 0.2 * area.getArea() && area.covers(inset);
    return sound ? inset : area;
  }

  /** Where the moved edges before and after vertex i cross. */
  private static void corner(
      double[] x, double[] y, double[] away, int before, int i, List<double[]> points) {
    int next = (i + 1) % x.length;
    double[] a = moved(x, y, before, i, away[before]);
    double[] b = moved(x, y, i, next, away[i]);
    double cross = a[2] * b[3] - a[3] * b[2];
    if (Math.abs(cross) < 0.12) {
      points.add(new double[] {x[i] + a[4], y[i] + a[5]});
      if (Math.abs(away[before] - away[i]) > 0.1) {
        points.add(new double[] {x[i] + b[4], y[i] + b[5]});
      }
      return;
    }
    double t = ((b[0] - a[0]) * b[3] - (b[1] - a[1]) * b[2]) / cross;
    points.add(new double[] {a[0] + t * a[2], a[1] + t * a[3]});
  }

  /** A point of the moved edge, its direction, and by how much it moved. */
  private static double[] moved(double[] x, double[] y, int from, int to, double away) {
    double length = Plane.distance(x[from], y[from], x[to], y[to]);
    double dx = (x[to] - x[from]) / length;
    double dy = (y[to] - y[from]) / length;
    double mx = -dy * away;
    double my = dx * away;
    return new double[] {x[from] + mx, y[from] + my, dx, dy, mx, my};
  }
}
