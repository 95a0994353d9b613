package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the drawing of streets fills: roads, the lines that part plots, and the plots. */
final class Draft {
  /**
   * How far a line should run past the one it ends at, so that rounding never leaves it short;
   * metres. Lines that meet end to end do not run past each other: two that nearly coincide would
   * leave slivers.
   */
  static final double OVERRUN = 1.2;

  private static final double STEP = 42;

  /**
   * A line of the partition.
   *
   * @param road index of the road it is; -1 for a wall or a field's edge
   * @param river whether it is the middle of the river
   */
  record Line(int road, boolean river, Track track) {}

  final Fabric fabric;
  final RoadNames names;
  final List<Road> roads = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();
  final List<Plot> plots = new ArrayList<>();

  Draft(Fabric fabric, RoadNames names) {
    this.fabric = fabric;
    this.names = names;
  }

  Road road(@Nullable String name, RoadClass kind) {
    Road road = new Road(roads.size(), name, kind);
    roads.add(road);
    return road;
  }

  void upright(@Nullable Road road, double x, double south, double north) {
    int steps = Math.max(1, (int) Math.ceil((north - south) / STEP));
    double[][] flat = new double[steps + 1][];
    for (int i = 0; i <= steps; i++) {
      flat[i] = new double[] {x, south + (north - south) * i / steps};
    }
    line(road, false, flat);
  }

  void level(@Nullable Road road, double y, double west, double east) {
    int steps = Math.max(1, (int) Math.ceil((east - west) / STEP));
    double[][] flat = new double[steps + 1][];
    for (int i = 0; i <= steps; i++) {
      flat[i] = new double[] {west + (east - west) * i / steps, y};
    }
    line(road, false, flat);
  }

  void straight(Road road, double x0, double y0, double x1, double y1) {
    int steps = Math.max(1, (int) Math.ceil(Plane.distance(x0, y0, x1, y1) / STEP));
    double[][] flat = new double[steps + 1][];
    for (int i = 0; i <= steps; i++) {
      flat[i] = new double[] {x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps};
    }
    line(road, false, flat);
  }

  /**
   * A line that keeps beside the river.
   *
   * @param side 0 for the middle of the river, 1 and -1 for the embankments
   */
  void alongRiver(@Nullable Road road, double west, double east, int side) {
    int steps = Math.max(2, (int) Math.ceil((east - west) / 24));
    double[][] flat = new double[steps + 1][];
    for (int i = 0; i <= steps; i++) {
      double x = west + (east - west) * i / steps;
      flat[i] = new double[] {x, fabric.riverY(x) + side * fabric.embankment(x)};
    }
    line(road, side == 0, flat);
  }

  private void line(@Nullable Road road, boolean river, double[][] flat) {
    double[] xs = new double[flat.length];
    double[] ys = new double[flat.length];
    for (int i = 0; i < flat.length; i++) {
      double[] at = fabric.bend(flat[i][0], flat[i][1]);
      xs[i] = at[0];
      ys[i] = at[1];
    }
    Track track = new Track(xs, ys);
    lines.add(new Line(road == null ? -1 : road.index, river, track));
    if (road != null) {
      road.pieces.add(track);
    }
  }

  void plot(int number, Use use, Block block) {
    List<double[]> ring = new ArrayList<>();
    int steps = Math.max(2, (int) Math.ceil(block.width() / 24));
    for (int i = 0; i <= steps; i++) {
      double x = block.west() + block.width() * i / steps;
      ring.add(fabric.bend(x, block.bottom(fabric, x)));
    }
    sides(ring, block, block.east(), true);
    for (int i = steps; i >= 0; i--) {
      double x = block.west() + block.width() * i / steps;
      ring.add(fabric.bend(x, block.top(fabric, x)));
    }
    sides(ring, block, block.west(), false);
    plots.add(
        new Plot(
            number,
            use,
            new Shape(
                ring.stream().mapToDouble(p -> p[0]).toArray(),
                ring.stream().mapToDouble(p -> p[1]).toArray())));
  }

  /** The plot of the river between its embankments. */
  void corridor(int number, double west, double east) {
    int steps = Math.max(2, (int) Math.ceil((east - west) / 24));
    double[] xs = new double[2 * steps + 2];
    double[] ys = new double[2 * steps + 2];
    for (int i = 0; i <= steps; i++) {
      double x = west + (east - west) * i / steps;
      double[] south = fabric.bend(x, fabric.riverY(x) - fabric.embankment(x));
      double[] north = fabric.bend(x, fabric.riverY(x) + fabric.embankment(x));
      xs[i] = south[0];
      ys[i] = south[1];
      xs[2 * steps + 1 - i] = north[0];
      ys[2 * steps + 1 - i] = north[1];
    }
    plots.add(new Plot(number, Use.RIVERSIDE, new Shape(xs, ys)));
  }

  private void sides(List<double[]> ring, Block block, double x, boolean up) {
    double from = up ? block.bottom(fabric, x) : block.top(fabric, x);
    double to = up ? block.top(fabric, x) : block.bottom(fabric, x);
    int steps = Math.max(2, (int) Math.ceil(Math.abs(to - from) / STEP));
    for (int i = 1; i < steps; i++) {
      ring.add(fabric.bend(x, from + (to - from) * i / steps));
    }
  }
}
