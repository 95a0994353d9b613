package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A line between two groups of footprints, straight where it can be, stepping aside round those
 * that reach over it. Where one of either group reach over each other it goes between, through
 * both. Coordinates are metres; {@code along} is the way it runs, {@code across} the other axis.
 */
final class Seam {
  /** Room left between the line and a wall, metres. */
  private static final double GAP = 0.5;

  /** Steps get no shorter, metres. */
  private static final double SHORTEST = 3;

  /** Footprints so near may have to be stepped round, metres. */
  private static final double NEAR = 30;

  /** Ground on either side, wide enough for any region, metres. */
  private static final double FAR = 1e6;

  private static final GeometryFactory METRES = new GeometryFactory();

  private final boolean upright;
  private final double at;
  private final List<Wall> before;
  private final List<Wall> after;
  private final List<double[]> points = new ArrayList<>();

  /** A footprint's ring as along, across pairs, and its extent. */
  private static final class Wall {
    private final double[] along;
    private final double[] across;
    private double from = Double.MAX_VALUE;
    private double to = -Double.MAX_VALUE;
    private double low = Double.MAX_VALUE;
    private double high = -Double.MAX_VALUE;

    Wall(Coordinate[] ring, boolean upright) {
      along = new double[ring.length];
      across = new double[ring.length];
      for (int i = 0; i < ring.length; i++) {
        double east = Lattice.eastMetres(ring[i].x);
        double north = Lattice.northMetres(ring[i].y);
        along[i] = upright ? north : east;
        across[i] = upright ? east : north;
        from = Math.min(from, along[i]);
        to = Math.max(to, along[i]);
        low = Math.min(low, across[i]);
        high = Math.max(high, across[i]);
      }
    }

    boolean near(double line) {
      return low - NEAR < line && line < high + NEAR;
    }

    /**
     * Reach across within a stretch along: {lowest, highest}; lowest above highest where absent.
     */
    double[] reach(double low, double high) {
      double[] reach = {Double.MAX_VALUE, -Double.MAX_VALUE};
      if (from > high || to < low) {
        return reach;
      }
      for (int i = 1; i < along.length; i++) {
        double start = Math.min(along[i - 1], along[i]);
        double end = Math.max(along[i - 1], along[i]);
        if (start <= high && end >= low) {
          widen(reach, acrossAt(i, Math.max(low, start), across[i - 1]));
          widen(reach, acrossAt(i, Math.min(high, end), across[i]));
        }
      }
      return reach;
    }

    private double acrossAt(int i, double t, double ofLevel) {
      double run = along[i] - along[i - 1];
      return run == 0
          ? ofLevel
          : across[i - 1] + (t - along[i - 1]) / run * (across[i] - across[i - 1]);
    }

    private static void widen(double[] reach, double value) {
      reach[0] = Math.min(reach[0], value);
      reach[1] = Math.max(reach[1], value);
    }
  }

  /**
   * @param upright whether it runs from south to north, so that "before" is west; else "before" is
   *     south
   * @param at where it would be, were there nothing in its way
   */
  Seam(boolean upright, double at, List<Given> before, List<Given> after, Geometry region) {
    this.upright = upright;
    this.at = at;
    this.before = walls(before);
    this.after = walls(after);
    Envelope extent = region.getEnvelopeInternal();
    trace(
        upright ? extent.getMinY() : extent.getMinX(),
        upright ? extent.getMaxY() : extent.getMaxX());
  }

  private List<Wall> walls(List<Given> group) {
    List<Wall> walls = new ArrayList<>();
    for (Given given : group) {
      Wall wall = new Wall(given.footprint().getExteriorRing().getCoordinates(), upright);
      if (wall.near(at)) {
        walls.add(wall);
      }
    }
    return walls;
  }

  private void trace(double from, double to) {
    TreeSet<Double> breaks = new TreeSet<>();
    for (List<Wall> group : List.of(before, after)) {
      for (Wall wall : group) {
        breaks.add(wall.from - GAP);
        breaks.add(wall.to + GAP);
      }
    }
    breaks.removeIf(each -> each <= from || each >= to);
    breaks.add(to);
    double start = from;
    for (double end : breaks) {
      step(start, end);
      start = end;
    }
  }

  /** One stretch; walls askew leave no room over its whole length, but may over each half. */
  private void step(double start, double end) {
    double low = -Double.MAX_VALUE;
    double high = Double.MAX_VALUE;
    for (Wall wall : before) {
      low = Math.max(low, wall.reach(start, end)[1] + GAP);
    }
    for (Wall wall : after) {
      high = Math.min(high, wall.reach(start, end)[0] - GAP);
    }
    if (low > high && end - start > SHORTEST) {
      double middle = (start + end) / 2;
      step(start, middle);
      step(middle, end);
      return;
    }
    double across = low > high ? (low + high) / 2 : Math.max(low, Math.min(high, at));
    add(start, across);
    add(end, across);
  }

  private void add(double along, double across) {
    int size = points.size();
    if (size > 1 && points.get(size - 1)[1] == across && points.get(size - 2)[1] == across) {
      points.remove(size - 1); // straight on
    }
    points.add(new double[] {along, across});
  }

  /** The line where it lies in the region, run on a little past its edge. */
  List<Draft.Line> within(Geometry region) {
    Geometry line =
        OverlayNGRobust.overlay(
            region.buffer(Draft.OVERRUN), METRES.createLineString(path()), OverlayNG.INTERSECTION);
    List<Draft.Line> lines = new ArrayList<>();
    for (int i = 0; i < line.getNumGeometries(); i++) {
      if (line.getGeometryN(i) instanceof LineString part) {
        Coordinate[] corners = part.getCoordinates();
        double[] xs = new double[corners.length];
        double[] ys = new double[corners.length];
        for (int k = 0; k < corners.length; k++) {
          xs[k] = corners[k].x;
          ys[k] = corners[k].y;
        }
        lines.add(new Draft.Line(-1, false, new Track(xs, ys)));
      }
    }
    return lines;
  }

  /** The path, its ends run on past the region. */
  private Coordinate[] path() {
    Coordinate[] path = new Coordinate[points.size()];
    for (int i = 0; i < path.length; i++) {
      double beyond = i == 0 ? -FAR : i == path.length - 1 ? FAR : 0;
      path[i] = coordinate(points.get(i)[0] + beyond, points.get(i)[1]);
    }
    return path;
  }

  private Coordinate coordinate(double along, double across) {
    return upright ? new Coordinate(across, along) : new Coordinate(along, across);
  }

  /** The ground of a region west or south of the line; the rest of it is on the other side. */
  Geometry before(Geometry region) {
    return areas(region, side(), OverlayNG.INTERSECTION);
  }

  /** The ground of a region east or north of the line. */
  Geometry after(Geometry region) {
    return areas(region, side(), OverlayNG.DIFFERENCE);
  }

  private Geometry side() {
    Coordinate[] path = path();
    Coordinate[] ring = new Coordinate[path.length + 3];
    System.arraycopy(path, 0, ring, 0, path.length);
    double last = points.get(points.size() - 1)[0] + FAR;
    ring[path.length] = coordinate(last, at - FAR);
    ring[path.length + 1] = coordinate(points.get(0)[0] - FAR, at - FAR);
    ring[path.length + 2] = ring[0];
    return METRES.createPolygon(ring);
  }

  /** Areas only: where region and line run along each other, nothing is left of it. */
  private static Geometry areas(Geometry a, Geometry b, int operation) {
    return METRES.buildGeometry(
        PolygonExtracter.getPolygons(OverlayNGRobust.overlay(a, b, operation)));
  }
}
