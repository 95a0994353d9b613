package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell as builders see it: its own frame (long axis east, turned with the street), how far each
 * edge keeps buildings away, and what stands there already.
 */
final class Site {
  /** From a wall between plots, metres. */
  private static final double WALL = 2.6;

  final Cell cell;
  final Dice dice;
  final Shape.Stand middle;

  /** Extent in the frame: west, south, east, north. */
  double west = Double.MAX_VALUE;

  double south = Double.MAX_VALUE;
  double east = -Double.MAX_VALUE;
  double north = -Double.MAX_VALUE;
  private final double[] setbacks;
  private final List<Shape> placed = new ArrayList<>();
  private final List<double[]> boxes = new ArrayList<>();

  Site(Cell cell, List<Road> roads, Dice dice) {
    this.cell = cell;
    this.dice = dice;
    setbacks = new double[cell.xs.length];
    double cos4 = 0;
    double sin4 = 0;
    for (int i = 0; i < setbacks.length; i++) {
      int j = (i + 1) % setbacks.length;
      setbacks[i] = cell.edgeRoads[i] >= 0 ? roads.get(cell.edgeRoads[i]).kind.setback : WALL;
      double dx = cell.xs[j] - cell.xs[i];
      double dy = cell.ys[j] - cell.ys[i];
      double square = dx * dx + dy * dy;
      if (square > 0) {
        double c2 = (dx * dx - dy * dy) / square;
        double s2 = 2 * dx * dy / square;
        double length = Math.sqrt(square);
        cos4 += length * (c2 * c2 - s2 * s2);
        sin4 += length * 2 * c2 * s2;
      }
    }
    double angle = StrictMath.atan2(sin4, cos4) / 4;
    middle =
        new Shape.Stand(
            cell.centreX(), cell.centreY(), StrictMath.cos(angle), StrictMath.sin(angle));
    for (int i = 0; i < setbacks.length; i++) {
      double u = u(cell.xs[i], cell.ys[i]);
      double v = v(cell.xs[i], cell.ys[i]);
      west = Math.min(west, u);
      east = Math.max(east, u);
      south = Math.min(south, v);
      north = Math.max(north, v);
    }
  }

  double u(double x, double y) {
    return (x - middle.x()) * middle.cos() + (y - middle.y()) * middle.sin();
  }

  double v(double x, double y) {
    return (y - middle.y()) * middle.cos() - (x - middle.x()) * middle.sin();
  }

  /**
   * A stretch of one road along the cell, walked with the cell to the left.
   *
   * @param road its index
   */
  record Front(int road, Track track, double setback) {

    /** Where a building of this depth stands that faces the road, some metres along. */
    Shape.Stand stand(double along, double depth, double back) {
      double[] at = track.at(along);
      double away = setback + 0.4 + back + depth / 2;
      return new Shape.Stand(at[0] - at[3] * away, at[1] + at[2] * away, at[2], at[3]);
    }
  }

  /** The stretches of road around the cell, in ring order. */
  List<Front> fronts() {
    List<Front> fronts = new ArrayList<>();
    int n = cell.xs.length;
    int start = 0;
    while (start < n && cell.edgeRoads[start] == cell.edgeRoads[(start + n - 1) % n]) {
      start++;
    }
    int i = 0;
    while (i < n) {
      int road = cell.edgeRoads[(start + i) % n];
      int j = i;
      while (j < n && cell.edgeRoads[(start + j) % n] == road && straightOn(start + i, start + j)) {
        j++;
      }
      if (road >= 0) {
        double[] xs = new double[j - i + 1];
        double[] ys = new double[j - i + 1];
        for (int k = i; k <= j; k++) {
          xs[k - i] = cell.xs[(start + k) % n];
          ys[k - i] = cell.ys[(start + k) % n];
        }
        fronts.add(new Front(road, new Track(xs, ys), setbacks[(start + i) % n]));
      }
      i = j;
    }
    return fronts;
  }

  /** A road that goes round the corner of the cell makes two fronts. */
  private boolean straightOn(int first, int edge) {
    int n = cell.xs.length;
    int a = first % n;
    int b = edge % n;
    double ax = cell.xs[(a + 1) % n] - cell.xs[a];
    double ay = cell.ys[(a + 1) % n] - cell.ys[a];
    double bx = cell.xs[(b + 1) % n] - cell.xs[b];
    double by = cell.ys[(b + 1) % n] - cell.ys[b];
    return a == b || ax * bx + ay * by > 0.5 * Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
  }

  /** Whether the outline lies in the cell, behind its building lines, and apart from the others. */
  boolean fits(Shape shape, double gap) {
    double[] box = box(shape);
    for (int i = 0; i < placed.size(); i++) {
      double[] other = boxes.get(i);
      if (box[0] - gap < other[2]
          && other[0] - gap < box[2]
          && box[1] - gap < other[3]
          && other[1] - gap < box[3]
          && shape.distance(placed.get(i)) < gap) {
        return false;
      }
    }
    for (int i = 0; i < shape.size(); i++) {
      if (!Plane.inside(cell.xs, cell.ys, shape.xs()[i], shape.ys()[i])) {
        return false;
      }
    }
    for (int i = 0; i < setbacks.length; i++) {
      int j = (i + 1) % setbacks.length;
      if (!clear(shape, box, i, j)) {
        return false;
      }
    }
    return true;
  }

  private boolean clear(Shape shape, double[] box, int i, int j) {
    double[] xs = cell.xs;
    double[] ys = cell.ys;
    double keep = setbacks[i];
    if (Math.max(xs[i], xs[j]) < box[0] - keep
        || Math.min(xs[i], xs[j]) > box[2] + keep
        || Math.max(ys[i], ys[j]) < box[1] - keep
        || Math.min(ys[i], ys[j]) > box[3] + keep) {
      return true;
    }
    for (int k = 0, h = shape.size() - 1; k < shape.size(); h = k++) {
      if (Plane.segments(
              xs[i],
              ys[i],
              xs[j],
              ys[j],
              shape.xs()[h],
              shape.ys()[h],
              shape.xs()[k],
              shape.ys()[k])
          < keep) {
        return false;
      }
    }
    return true;
  }

  private static double[] box(Shape shape) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int i = 0; i < shape.size(); i++) {
      box[0] = Math.min(box[0], shape.xs()[i]);
      box[1] = Math.min(box[1], shape.ys()[i]);
      box[2] = Math.max(box[2], shape.xs()[i]);
      box[3] = Math.max(box[3], shape.ys()[i]);
    }
    return box;
  }

  /** Takes the ground: nothing later may stand on it. */
  void occupy(Shape shape) {
    placed.add(shape);
    boxes.add(box(shape));
  }
}
