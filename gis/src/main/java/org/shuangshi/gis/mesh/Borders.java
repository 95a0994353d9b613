package org.shuangshi.gis.mesh;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the borders between the faces of a mesh are, in steps. */
final class Borders {

  /** Less than this of a strip's other side is no side of it. */
  private static final double SIDE_SHARE = 0.2;

  private final Mesh mesh;
  private final Map<Long, Map<Long, Double>> lengths = new HashMap<>();

  private Borders(Mesh mesh) {
    this.mesh = mesh;
  }

  static Borders of(Mesh mesh) {
    Borders borders = new Borders(mesh);
    for (Edge edge : mesh.edges()) {
      double[] length = new double[1];
      edge.eachSegment((a, b) -> length[0] += a.distance(b));
      borders.add(edge.left(), edge.right(), length[0]);
      borders.add(edge.right(), edge.left(), length[0]);
    }
    return borders;
  }

  private void add(long one, long other, double length) {
    lengths.computeIfAbsent(one, k -> new HashMap<>()).merge(other, length, Double::sum);
  }

  /** Grids beside a face that may take its ground, the one with the longest border first. */
  List<Long> takers(long face) {
    Map<Long, Double> beside = lengths.getOrDefault(face, Map.of());
    return beside.keySet().stream()
        .filter(id -> isTaker(id, mesh.community(face)))
        .sorted(
            Comparator.<Long>comparingDouble(id -> -beside.getOrDefault(id, 0.0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private boolean isTaker(long id, long community) {
    Face face = mesh.faces().get(id);
    return face != null && face.isGrid() && !face.held() && face.community() == community;
  }

  /**
   * Who gets a gap: of the two grids along it the one with the greater id, {@link Mesh#OUTSIDE} for
   * none. Overlaps go to the lesser id, so that of two lines drawn along one border one stands.
   */
  long closer(long gap) {
    List<Long> takers = takers(gap);
    if (takers.isEmpty()) {
      return Mesh.OUTSIDE;
    }
    Map<Long, Double> beside = lengths.getOrDefault(gap, Map.of());
    long first = takers.get(0);
    long second = takers.get(Math.min(1, takers.size() - 1));
    boolean hasTwoSides =
        beside.getOrDefault(second, 0.0) >= SIDE_SHARE * beside.getOrDefault(first, 0.0);
    return hasTwoSides ? Math.max(first, second) : first;
  }
}
