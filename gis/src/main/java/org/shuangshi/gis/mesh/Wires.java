package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Segments with the grid on either side, from which edges are chained anew after every edit. */
final class Wires {

  /** Left of a→b, right of a→b. */
  private final Map<Segment, long[]> sides = new LinkedHashMap<>();

  static Wires of(Collection<Edge> edges) {
    Wires wires = new Wires();
    edges.forEach(wires::add);
    return wires;
  }

  void add(Edge edge) {
    for (int i = 0; i < edge.segments(); i++) {
      add(edge.chain().get(i), edge.chain().get(i + 1), edge.left(), edge.right());
    }
  }

  /**
   * Says who is beside from→to; OUTSIDE says nothing. Two grids on one side are an overlap, but
   * where one of them is also said to be on the other side it was pressed flat in between, and
   * goes.
   */
  void add(Step from, Step to, long left, long right) {
    Segment segment = Segment.of(from, to);
    if (from.equals(to)) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.TOO_NEAR, from, left, right));
    }
    boolean forward = from.equals(segment.a());
    long[] now = {forward ? left : right, forward ? right : left};
    long[] before = sides.putIfAbsent(segment, now);
    if (before != null) {
      sides.put(segment, together(before, now, from));
    }
  }

  private static long[] together(long[] some, long[] others, Step at) {
    for (int side = 0; side < 2; side++) {
      if (some[side] != Mesh.OUTSIDE && others[side] != Mesh.OUTSIDE) {
        if (some[1] == others[0] && some[1] != Mesh.OUTSIDE) {
          return new long[] {some[0], others[1]};
        }
        if (some[0] == others[1] && some[0] != Mesh.OUTSIDE) {
          return new long[] {others[0], some[1]};
        }
        throw new Refusal(MeshFault.at(MeshFault.Kind.OVERLAP, at, some[side], others[side]));
      }
    }
    return new long[] {some[0] + others[0], some[1] + others[1]};
  }

  /** A closed ring with the grid to its left. */
  void addRing(List<Step> ring, long grid) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      add(ring.get(i), ring.get(i + 1), grid, Mesh.OUTSIDE);
    }
  }

  /** The edges in a fixed direction and order; a segment inside one grid is no edge. */
  List<Edge> edges() {
    sides.values().removeIf(beside -> beside[0] == beside[1]);
    Map<Step, List<Segment>> at = new LinkedHashMap<>(sides.size() * 2);
    for (Segment segment : sides.keySet()) {
      at.computeIfAbsent(segment.a(), s -> new ArrayList<>(2)).add(segment);
      at.computeIfAbsent(segment.b(), s -> new ArrayList<>(2)).add(segment);
    }
    List<Edge> edges = new ArrayList<>();
    Set<Segment> done = new HashSet<>(sides.size() * 2);
    at.forEach(
        (step, segments) -> {
          if (isNode(step, segments)) {
            for (Segment segment : segments) {
              if (!done.contains(segment)) {
                edges.add(walk(step, segment, at, done));
              }
            }
          }
        });
    at.forEach(
        (step, segments) -> {
          if (!done.contains(segments.get(0))) {
            edges.add(walk(step, segments.get(0), at, done));
          }
        });
    return edges;
  }

  private boolean isNode(Step step, List<Segment> segments) {
    return segments.size() != 2
        || left(segments.get(0).other(step), segments.get(0)) != left(step, segments.get(1))
        || left(step, segments.get(0)) != left(segments.get(1).other(step), segments.get(1));
  }

  private long left(Step from, Segment segment) {
    long[] beside = sides.getOrDefault(segment, new long[2]);
    return from.equals(segment.a()) ? beside[0] : beside[1];
  }

  private Edge walk(Step start, Segment first, Map<Step, List<Segment>> at, Set<Segment> done) {
    List<Step> chain = new ArrayList<>();
    chain.add(start);
    long left = left(start, first);
    long right = left(first.other(start), first);
    Segment segment = first;
    Step end = start;
    while (true) {
      done.add(segment);
      end = segment.other(end);
      chain.add(end);
      List<Segment> next = at.getOrDefault(end, List.of());
      if (end.equals(start) || isNode(end, next)) {
        return inFixedDirection(
            chain, left, right, isNode(start, at.getOrDefault(start, List.of())));
      }
      segment = next.get(0).equals(segment) ? next.get(1) : next.get(0);
    }
  }

  /** From the lesser end on; a loop without a node from its least vertex. */
  private static Edge inFixedDirection(List<Step> chain, long left, long right, boolean fromNode) {
    int last = chain.size() - 1;
    boolean loop = chain.get(0).equals(chain.get(last));
    if (loop && !fromNode) {
      List<Step> open = new ArrayList<>(chain.subList(0, last));
      Collections.rotate(open, -open.indexOf(Collections.min(open)));
      open.add(open.get(0));
      chain = open;
    }
    boolean turned =
        loop
            ? chain.get(1).compareTo(chain.get(last - 1)) > 0
            : chain.get(0).compareTo(chain.get(last)) > 0;
    if (turned) {
      List<Step> reversed = new ArrayList<>(chain);
      Collections.reverse(reversed);
      return new Edge(reversed, right, left);
    }
    return new Edge(chain, left, right);
  }
}
