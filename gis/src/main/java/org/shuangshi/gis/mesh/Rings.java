package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The rings of a mesh, traced along its edges with the grid to the left. */
final class Rings {

  /** A simple closed ring: anticlockwise around ground, clockwise around a hole. */
  record Ring(List<Step> steps, long grid, boolean isShell) {

    Coordinate[] degrees() {
      return steps.stream().map(Step::degrees).toArray(Coordinate[]::new);
    }
  }

  private final List<Edge> edges;
  private final Map<Step, List<Integer>> leaving = new HashMap<>();

  private Rings(List<Edge> edges) {
    this.edges = edges;
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      leaving.computeIfAbsent(edge.first(), s -> new ArrayList<>(3)).add(2 * i);
      leaving.computeIfAbsent(edge.last(), s -> new ArrayList<>(3)).add(2 * i + 1);
    }
    leaving.forEach((node, halves) -> halves.sort((h, k) -> byAngle(node, second(h), second(k))));
  }

  /** All rings by grid; refused where one walk would go around two grids. */
  static Map<Long, List<Ring>> of(List<Edge> edges) {
    return new Rings(edges).trace();
  }

  private Map<Long, List<Ring>> trace() {
    Map<Long, List<Ring>> rings = new LinkedHashMap<>();
    boolean[] done = new boolean[2 * edges.size()];
    for (int start = 0; start < done.length; start++) {
      if (!done[start]) {
        List<Step> walk = new ArrayList<>();
        int half = start;
        while (!done[half]) {
          done[half] = true;
          if (grid(half) != grid(start)) {
            Step at = second(half);
            throw new Refusal(MeshFault.at(MeshFault.Kind.TOPOLOGY, at, grid(half), grid(start)));
          }
          append(walk, half);
          half = next(half);
        }
        List<Ring> own = rings.computeIfAbsent(grid(start), g -> new ArrayList<>());
        loops(walk, grid(start), own);
      }
    }
    return rings;
  }

  private long grid(int half) {
    Edge edge = edges.get(half / 2);
    return half % 2 == 0 ? edge.left() : edge.right();
  }

  private Step second(int half) {
    List<Step> chain = edges.get(half / 2).chain();
    return half % 2 == 0 ? chain.get(1) : chain.get(chain.size() - 2);
  }

  /** All vertices but the last. */
  private void append(List<Step> walk, int half) {
    List<Step> chain = edges.get(half / 2).chain();
    int last = chain.size() - 1;
    for (int i = 0; i < last; i++) {
      walk.add(chain.get(half % 2 == 0 ? i : last - i));
    }
  }

  /** The sharpest left turn: of those leaving the end, the first clockwise from the way back. */
  private int next(int half) {
    Edge edge = edges.get(half / 2);
    List<Integer> around =
        leaving.getOrDefault(half % 2 == 0 ? edge.last() : edge.first(), List.of());
    int back = around.indexOf(half ^ 1);
    return around.get((back + around.size() - 1) % around.size());
  }

  private static int byAngle(Step node, Step a, Step b) {
    boolean lowA = isLow(node, a);
    boolean lowB = isLow(node, b);
    return lowA != lowB ? Boolean.compare(lowA, lowB) : Long.signum(Step.turn(node, b, a));
  }

  private static boolean isLow(Step node, Step s) {
    return s.y() < node.y() || (s.y() == node.y() && s.x() < node.x());
  }

  /**
   * A walk that comes by one node twice is cut there, as a polygon's rings must not touch
   * themselves.
   */
  private static void loops(List<Step> walk, long grid, List<Ring> rings) {
    List<Step> open = new ArrayList<>();
    Set<Step> seen = new HashSet<>();
    for (Step step : walk) {
      if (!seen.add(step)) {
        int from = open.indexOf(step);
        List<Step> loop = open.subList(from, open.size());
        rings.add(ring(loop, grid));
        seen.removeAll(loop);
        seen.add(step);
        loop.clear();
      }
      open.add(step);
    }
    rings.add(ring(open, grid));
  }

  private static Ring ring(List<Step> open, long grid) {
    List<Step> closed = new ArrayList<>(open);
    closed.add(open.get(0));
    return new Ring(closed, grid, isAnticlockwise(open));
  }

  /** By the turn at the least vertex, which is a corner of the hull. */
  static boolean isAnticlockwise(List<Step> open) {
    int least = 0;
    for (int i = 1; i < open.size(); i++) {
      if (open.get(i).compareTo(open.get(least)) < 0) {
        least = i;
      }
    }
    int size = open.size();
    Step before = open.get((least + size - 1) % size);
    return Step.turn(before, open.get(least), open.get((least + 1) % size)) > 0;
  }

  /** The polygon of a grid's rings in degrees; refused where a hole has left its shell. */
  static Geometry polygon(List<Ring> rings, GeometryFactory factory) {
    List<Ring> shells = rings.stream().filter(Ring::isShell).toList();
    List<List<Coordinate[]>> holes = new ArrayList<>();
    shells.forEach(shell -> holes.add(new ArrayList<>()));
    List<Coordinate[]> outlines = shells.stream().map(Ring::degrees).toList();
    for (Ring ring : rings) {
      if (!ring.isShell()) {
        Coordinate[] hole = ring.degrees();
        holes.get(shellAround(hole, outlines, ring)).add(hole);
      }
    }
    Polygon[] parts = new Polygon[shells.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          factory.createPolygon(
              factory.createLinearRing(outlines.get(i)),
              holes.get(i).stream()
                  .map(factory::createLinearRing)
                  .toArray(org.locationtech.jts.geom.LinearRing[]::new));
    }
    Geometry polygon = parts.length == 1 ? parts[0] : factory.createMultiPolygon(parts);
    if (!polygon.isValid()) {
      Ring first = rings.get(0);
      throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, first.steps().get(0), first.grid()));
    }
    return polygon;
  }

  /** A grid's part may lie in a hole of another: the smallest shell around is the hole's own. */
  private static int shellAround(Coordinate[] hole, List<Coordinate[]> outlines, Ring ring) {
    int found = -1;
    for (int i = 0; i < outlines.size(); i++) {
      if (isInside(hole, outlines.get(i))
          && (found < 0 || isInside(outlines.get(i), outlines.get(found)))) {
        found = i;
      }
    }
    if (found < 0) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.TOPOLOGY, ring.steps().get(0), ring.grid()));
    }
    return found;
  }

  static boolean isInside(Coordinate[] inner, Coordinate[] outer) {
    for (Coordinate vertex : inner) {
      int where = PointLocation.locateInRing(vertex, outer);
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return true;
  }
}
