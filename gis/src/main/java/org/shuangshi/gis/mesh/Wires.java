package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Segments with the grid on either side, from which edges are chained anew after every edit. */
final class Wires {

  /** A vertex, one object a place, and the segments that end there: two as a rule. */
  private static final class Hub {
    final Step step;
    final List<Wire> wires = new ArrayList<>(3);

    Hub(Step step) {
      this.step = step;
    }
  }

  /** A segment from a to b. */
  private static final class Wire {
    final Hub a;
    final Hub b;
    long left;
    long right;
    boolean done;

    Wire(Hub a, Hub b, long left, long right) {
      this.a = a;
      this.b = b;
      this.left = left;
      this.right = right;
    }

    Hub other(Hub end) {
      return end == a ? b : a;
    }

    long leftFrom(Hub start) {
      return start == a ? left : right;
    }
  }

  private final Map<Step, Hub> hubs = new LinkedHashMap<>();

  void add(Edge edge) {
    addChain(edge.chain(), edge.left(), edge.right());
  }

  /** A closed ring with the grid to its left. */
  void addRing(List<Step> ring, long grid) {
    addChain(ring, grid, Mesh.OUTSIDE);
  }

  void add(Step from, Step to, long left, long right) {
    add(hub(from), hub(to), left, right);
  }

  private void addChain(List<Step> chain, long left, long right) {
    Hub from = hub(chain.get(0));
    for (Step step : chain.subList(1, chain.size())) {
      Hub to = hub(step);
      add(from, to, left, right);
      from = to;
    }
  }

  private Hub hub(Step step) {
    return hubs.computeIfAbsent(step, Hub::new);
  }

  /**
   * Says who is beside from→to; OUTSIDE says nothing. Two grids on one side are an overlap, but
   * where one of them is also said to be on the other side it was pressed flat in between, and
   * goes.
   */
  private static void add(Hub from, Hub to, long left, long right) {
    if (from == to) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.TOO_NEAR, from.step, left, right));
    }
    for (Wire wire : from.wires) {
      if (wire.other(from) == to) {
        boolean forward = wire.a == from;
        join(wire, forward ? left : right, forward ? right : left);
        return;
      }
    }
    Wire wire = new Wire(from, to, left, right);
    from.wires.add(wire);
    to.wires.add(wire);
  }

  private static void join(Wire wire, long left, long right) {
    boolean bothLeft = wire.left != Mesh.OUTSIDE && left != Mesh.OUTSIDE;
    boolean bothRight = wire.right != Mesh.OUTSIDE && right != Mesh.OUTSIDE;
    if (!bothLeft && !bothRight) {
      wire.left += left;
      wire.right += right;
    } else if (wire.right == left && left != Mesh.OUTSIDE) {
      wire.right = right;
    } else if (wire.left == right && right != Mesh.OUTSIDE) {
      wire.left = left;
    } else {
      long one = bothLeft ? wire.left : wire.right;
      long other = bothLeft ? left : right;
      throw new Refusal(MeshFault.at(MeshFault.Kind.OVERLAP, wire.a.step, one, other));
    }
  }

  /** The edges in a fixed direction and order; a segment inside one grid is no edge. */
  List<Edge> edges() {
    hubs.values().forEach(hub -> hub.wires.removeIf(wire -> wire.left == wire.right));
    List<Edge> edges = new ArrayList<>();
    for (Hub hub : hubs.values()) {
      if (isNode(hub)) {
        for (Wire wire : hub.wires) {
          if (!wire.done) {
            edges.add(walk(hub, wire));
          }
        }
      }
    }
    for (Hub hub : hubs.values()) {
      if (!hub.wires.isEmpty() && !hub.wires.get(0).done) {
        edges.add(walk(hub, hub.wires.get(0)));
      }
    }
    return edges;
  }

  private static boolean isNode(Hub hub) {
    if (hub.wires.size() != 2) {
      return !hub.wires.isEmpty();
    }
    Wire one = hub.wires.get(0);
    Wire two = hub.wires.get(1);
    return one.leftFrom(one.other(hub)) != two.leftFrom(hub)
        || one.leftFrom(hub) != two.leftFrom(two.other(hub));
  }

  private static Edge walk(Hub start, Wire first) {
    List<Step> chain = new ArrayList<>();
    chain.add(start.step);
    Wire wire = first;
    Hub end = start;
    while (true) {
      wire.done = true;
      end = wire.other(end);
      chain.add(end.step);
      if (end == start || isNode(end)) {
        long left = first.leftFrom(start);
        long right = first.leftFrom(first.other(start));
        return inFixedDirection(chain, left, right, isNode(start));
      }
      wire = end.wires.get(end.wires.get(0).done ? 1 : 0);
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
