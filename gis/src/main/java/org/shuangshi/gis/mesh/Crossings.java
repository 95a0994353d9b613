package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whether segments meet at common ends only, and keep their distance elsewhere.
 *
 * <p>Segments are sorted into square bins about as wide as they are long; only those of one bin are
 * compared.
 */
final class Crossings {

  /** CoverageValidator calls two steps a gap; three are none, however the doubles round. */
  static final double LEAST_STEPS = 3;

  private final List<Step> from = new ArrayList<>();
  private final List<Step> to = new ArrayList<>();
  private final List<Edge> of = new ArrayList<>();
  private long west = Long.MAX_VALUE;
  private long south = Long.MAX_VALUE;
  private long width = 1;
  private long height = 1;
  private long bin = 1;
  private int columns = 1;
  private int[] starts = new int[0];
  private int[] members = new int[0];

  Crossings(List<Edge> edges) {
    for (Edge edge : edges) {
      for (int i = 0; i < edge.segments(); i++) {
        from.add(edge.chain().get(i));
        to.add(edge.chain().get(i + 1));
        of.add(edge);
      }
    }
    fillBins();
  }

  /**
   * The first fault among the pairs of which one segment is changed.
   *
   * @param leastSteps 0 forbids touching, more forbids coming nearer
   */
  Optional<MeshFault> first(BiPredicate<Edge, Segment> changed, double leastSteps) {
    List<MeshFault> faults = find(changed, leastSteps, 1);
    return faults.isEmpty() ? Optional.empty() : Optional.of(faults.get(0));
  }

  List<MeshFault> find(BiPredicate<Edge, Segment> changed, double leastSteps, int most) {
    boolean[] isChanged = new boolean[from.size()];
    for (int i = 0; i < isChanged.length; i++) {
      isChanged[i] = changed.test(of.get(i), Segment.of(from.get(i), to.get(i)));
    }
    List<MeshFault> faults = new ArrayList<>();
    for (int cell = 0; cell + 1 < starts.length && faults.size() < most; cell++) {
      for (int i = starts[cell]; i < starts[cell + 1]; i++) {
        for (int k = i + 1; k < starts[cell + 1]; k++) {
          if (isChanged[members[i]] || isChanged[members[k]]) {
            fault(members[i], members[k], leastSteps).ifPresent(faults::add);
          }
        }
      }
    }
    return faults;
  }

  private Optional<MeshFault> fault(int i, int k, double leastSteps) {
    Step a = from.get(i);
    Step b = to.get(i);
    Step c = from.get(k);
    Step d = to.get(k);
    long reach = (long) Math.ceil(leastSteps);
    if (Math.max(a.x(), b.x()) + reach < Math.min(c.x(), d.x())
        || Math.max(c.x(), d.x()) + reach < Math.min(a.x(), b.x())
        || Math.max(a.y(), b.y()) + reach < Math.min(c.y(), d.y())
        || Math.max(c.y(), d.y()) + reach < Math.min(a.y(), b.y())) {
      return Optional.empty();
    }
    boolean joined = a.equals(c) || a.equals(d) || b.equals(c) || b.equals(d);
    if (!joined && crosses(a, b, c, d)) {
      return at(MeshFault.Kind.CROSSING, a, i, k);
    }
    for (Step end : List.of(a, b)) {
      if (!end.equals(c) && !end.equals(d) && isNear(end.distance(c, d), leastSteps)) {
        return at(kind(end.distance(c, d)), end, i, k);
      }
    }
    for (Step end : List.of(c, d)) {
      if (!end.equals(a) && !end.equals(b) && isNear(end.distance(a, b), leastSteps)) {
        return at(kind(end.distance(a, b)), end, i, k);
      }
    }
    return Optional.empty();
  }

  private static boolean isNear(double distance, double leastSteps) {
    return distance == 0 || distance < leastSteps;
  }

  private static MeshFault.Kind kind(double distance) {
    return distance == 0 ? MeshFault.Kind.CROSSING : MeshFault.Kind.TOO_NEAR;
  }

  private static boolean crosses(Step a, Step b, Step c, Step d) {
    return Long.signum(Step.turn(a, b, c)) * Long.signum(Step.turn(a, b, d)) < 0
        && Long.signum(Step.turn(c, d, a)) * Long.signum(Step.turn(c, d, b)) < 0;
  }

  private Optional<MeshFault> at(MeshFault.Kind kind, Step place, int i, int k) {
    List<Long> grids = new ArrayList<>();
    for (Edge edge : List.of(of.get(i), of.get(k))) {
      for (long grid : new long[] {edge.left(), edge.right()}) {
        if (grid != Mesh.OUTSIDE && !grids.contains(grid)) {
          grids.add(grid);
        }
      }
    }
    return Optional.of(new MeshFault(kind, place.degrees(), grids));
  }

  private void fillBins() {
    long east = Long.MIN_VALUE;
    long north = Long.MIN_VALUE;
    double length = 0;
    for (int i = 0; i < from.size(); i++) {
      for (Step step : List.of(from.get(i), to.get(i))) {
        west = Math.min(west, step.x());
        south = Math.min(south, step.y());
        east = Math.max(east, step.x());
        north = Math.max(north, step.y());
      }
      length += from.get(i).distance(to.get(i));
    }
    if (from.isEmpty()) {
      return;
    }
    width = east - west + 1;
    height = north - south + 1;
    if (width > Step.REACH || height > Step.REACH) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.TOO_WIDE, from.get(0)));
    }
    double least = Math.sqrt((double) width * height / (2.0 * from.size()));
    bin = (long) Math.max(Math.max(8, length / from.size()), least);
    columns = (int) (width / bin + 1);
    starts = new int[columns * (int) (height / bin + 1) + 1];
    eachBin((cell, segment) -> starts[cell + 1]++);
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    members = new int[starts[starts.length - 1]];
    int[] next = starts.clone();
    eachBin((cell, segment) -> members[next[cell]++] = segment);
  }

  private interface Visitor {
    void visit(int cell, int segment);
  }

  private void eachBin(Visitor visitor) {
    long slack = (long) LEAST_STEPS;
    for (int i = 0; i < from.size(); i++) {
      Step a = from.get(i);
      Step b = to.get(i);
      int column0 = column(Math.min(a.x(), b.x()) - slack);
      int column1 = column(Math.max(a.x(), b.x()) + slack);
      int row0 = row(Math.min(a.y(), b.y()) - slack);
      int row1 = row(Math.max(a.y(), b.y()) + slack);
      for (int row = row0; row <= row1; row++) {
        for (int column = column0; column <= column1; column++) {
          visitor.visit(row * columns + column, i);
        }
      }
    }
  }

  private int column(long x) {
    return (int) (Math.min(Math.max(x - west, 0), width - 1) / bin);
  }

  private int row(long y) {
    return (int) (Math.min(Math.max(y - south, 0), height - 1) / bin);
  }
}
