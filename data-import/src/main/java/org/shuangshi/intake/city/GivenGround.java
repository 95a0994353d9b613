package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Cuts the ground around given footprints into cells of like load, by lines east-west and
 * north-south that step round the buildings: of all lines, the one that halves the load with the
 * fewest in its way.
 */
final class GivenGround {
  /** Ground taken around the outermost footprints, metres. */
  private static final double MARGIN = 60;

  private static final double MOST_LOAD = 90;

  final List<Draft.Line> lines = new ArrayList<>();
  final List<Plot> plots = new ArrayList<>();
  private final List<Given> footprints;
  private final double[][] boxes;

  GivenGround(List<Given> footprints) {
    this.footprints = footprints;
    boxes = new double[footprints.size()][];
    double[] hull = {1e12, 1e12, -1e12, -1e12};
    Integer[] all = new Integer[boxes.length];
    for (int i = 0; i < boxes.length; i++) {
      Envelope box = footprints.get(i).footprint().getEnvelopeInternal();
      boxes[i] =
          new double[] {
            Lattice.eastMetres(box.getMinX()),
            Lattice.northMetres(box.getMinY()),
            Lattice.eastMetres(box.getMaxX()),
            Lattice.northMetres(box.getMaxY())
          };
      for (int k = 0; k < 2; k++) {
        hull[k] = Math.min(hull[k], boxes[i][k] - MARGIN);
        hull[k + 2] = Math.max(hull[k + 2], boxes[i][k + 2] + MARGIN);
      }
      all[i] = i;
    }
    Shape outline =
        new Shape(
            new double[] {hull[0], hull[2], hull[2], hull[0]},
            new double[] {hull[1], hull[1], hull[3], hull[3]});
    plots.add(new Plot(0, Use.SLABS, outline));
    for (int k = 0; k < 4; k++) {
      edge(k % 2 == 0, hull[k], hull);
    }
    Envelope ground = new Envelope(hull[0], hull[2], hull[1], hull[3]);
    split(List.of(all), hull, new GeometryFactory().toGeometry(ground));
  }

  private void edge(boolean upright, double at, double[] hull) {
    double[] along = {hull[upright ? 1 : 0], hull[upright ? 3 : 2]};
    double[] across = {at, at};
    Track track = upright ? new Track(across, along) : new Track(along, across);
    lines.add(new Draft.Line(-1, false, track));
  }

  private double load(List<Integer> members) {
    return members.stream().mapToDouble(i -> footprints.get(i).load()).sum();
  }

  private void split(List<Integer> members, double[] box, Geometry region) {
    double load = load(members);
    boolean upright = box[2] - box[0] > box[3] - box[1];
    int low = upright ? 0 : 1;
    double side = box[low + 2] - box[low];
    if (members.size() < 2 || (load <= MOST_LOAD && members.size() < 120) || side < 40) {
      return;
    }
    double at = cut(members, box, low, load);
    double[] first = box.clone();
    double[] second = box.clone();
    first[low + 2] = at;
    second[low] = at;
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int i : members) {
      (position(i, low) < at ? before : after).add(i);
    }
    Seam seam = new Seam(upright, at, given(before), given(after), region);
    lines.addAll(seam.within(region));
    split(before, first, seam.before(region));
    split(after, second, seam.after(region));
  }

  private List<Given> given(List<Integer> members) {
    return members.stream().map(footprints::get).toList();
  }

  /** Where the middle third has the line that cuts fewest footprints, nearest to half the load. */
  private double cut(List<Integer> members, double[] box, int low, double load) {
    Map<Double, Double> edges = new TreeMap<>();
    for (int i : members) {
      double end = boxes[i][low + 2] + 0.5;
      if (end > box[low] + 15 && end < box[low + 2] - 15) {
        edges.put(end, 0.0);
      }
    }
    double middle = (box[low] + box[low + 2]) / 2;
    edges.put(middle, 0.0);
    double[] candidates = edges.keySet().stream().mapToDouble(e -> e).toArray();
    double best = middle;
    double least = Double.MAX_VALUE;
    List<Integer> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparingDouble(i -> position(i, low)));
    double[] loads = new double[candidates.length];
    int next = 0;
    double sum = 0;
    for (int c = 0; c < candidates.length; c++) {
      while (next < sorted.size() && position(sorted.get(next), low) < candidates[c]) {
        sum += footprints.get(sorted.get(next)).load();
        next++;
      }
      loads[c] = sum;
    }
    int[] crossed = crossings(members, candidates, low);
    for (int c = 0; c < candidates.length; c++) {
      double off = load == 0 ? 0 : Math.abs(loads[c] / load - 0.5);
      double cost = 0.5 * crossed[c] + off * 6 + Math.abs(candidates[c] - middle) * 1e-6;
      if (cost < least) {
        least = cost;
        best = candidates[c];
      }
    }
    return best;
  }

  private double position(int i, int low) {
    return low == 0 ? footprints.get(i).x() : footprints.get(i).y();
  }

  private int[] crossings(List<Integer> members, double[] candidates, int low) {
    int[] change = new int[candidates.length + 1];
    for (int i : members) {
      int from = Arrays.binarySearch(candidates, boxes[i][low]);
      int to = Arrays.binarySearch(candidates, boxes[i][low + 2]);
      change[from < 0 ? -from - 1 : from]++;
      change[to < 0 ? -to - 1 : to]--;
    }
    int[] crossed = new int[candidates.length];
    int now = 0;
    for (int c = 0; c < crossed.length; c++) {
      now += change[c];
      crossed[c] = now;
    }
    return crossed;
  }
}
