package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edits that move, add and take away vertices: every edge at the place follows. */
final class VertexEdits {

  private VertexEdits() {}

  static List<Edge> edges(Mesh mesh, Edit edit, boolean regions) {
    if (edit instanceof Edit.MoveVertex move) {
      return moved(mesh, Map.of(move.vertex(), move.to()));
    }
    if (edit instanceof Edit.InsertVertex insert) {
      return withNew(mesh, Map.of(Segment.of(insert.a(), insert.b()), insert.vertex()));
    }
    if (edit instanceof Edit.DeleteVertex delete) {
      return without(mesh, delete.vertex());
    }
    Edit.MoveEdge move = (Edit.MoveEdge) edit;
    Set<Step> fixed = new HashSet<>();
    if (!mesh.edges().contains(move.edge())) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NO_SUCH_VERTEX, move.edge().first()));
    }
    if (!regions && !mesh.isCommunityBorder(move.edge())) {
      mesh.edges().stream()
          .filter(mesh::isCommunityBorder)
          .forEach(edge -> fixed.addAll(edge.chain()));
    }
    Map<Step, Step> to = new HashMap<>();
    for (Step step : move.edge().chain()) {
      if (!fixed.contains(step)) {
        to.put(step, new Step(step.x() + move.dx(), step.y() + move.dy()));
      }
    }
    if (to.isEmpty()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.COMMUNITY_BORDER, move.edge().first()));
    }
    return moved(mesh, to);
  }

  private static List<Edge> moved(Mesh mesh, Map<Step, Step> to) {
    Wires wires = new Wires();
    boolean found = false;
    for (Edge edge : mesh.edges()) {
      List<Step> chain = edge.chain().stream().map(s -> to.getOrDefault(s, s)).toList();
      found |= !chain.equals(edge.chain());
      wires.add(new Edge(chain, edge.left(), edge.right()));
    }
    if (!found) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NO_SUCH_VERTEX, to.keySet().iterator().next()));
    }
    return wires.edges();
  }

  private static List<Edge> withNew(Mesh mesh, Map<Segment, Step> on) {
    Wires wires = new Wires();
    boolean found = false;
    for (Edge edge : mesh.edges()) {
      List<Step> chain = new ArrayList<>();
      for (int i = 0; i < edge.segments(); i++) {
        Step a = edge.chain().get(i);
        chain.add(a);
        Step vertex = on.get(Segment.of(a, edge.chain().get(i + 1)));
        if (vertex != null) {
          chain.add(vertex);
          found = true;
        }
      }
      chain.add(edge.last());
      wires.add(new Edge(chain, edge.left(), edge.right()));
    }
    if (!found) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NO_SUCH_VERTEX, on.values().iterator().next()));
    }
    return wires.edges();
  }

  private static List<Edge> without(Mesh mesh, Step vertex) {
    requirePlain(mesh, vertex);
    Wires wires = new Wires();
    for (Edge edge : mesh.edges()) {
      List<Step> chain = new ArrayList<>(edge.chain());
      if (chain.contains(vertex)) {
        if (edge.isLoop() && isEnd(edge, vertex)) {
          chain.remove(chain.size() - 1);
        }
        chain.remove(vertex);
        if (edge.isLoop() && isEnd(edge, vertex)) {
          chain.add(chain.get(0));
        }
        if (chain.size() < (edge.isLoop() ? 4 : 2)) {
          throw new Refusal(
              MeshFault.at(MeshFault.Kind.SWALLOWS_GRID, vertex, edge.left(), edge.right()));
        }
      }
      wires.add(new Edge(chain, edge.left(), edge.right()));
    }
    return wires.edges();
  }

  /** Refused where not two segments meet there. */
  private static void requirePlain(Mesh mesh, Step vertex) {
    int segments = 0;
    for (Edge edge : mesh.edges()) {
      if (edge.chain().contains(vertex)) {
        segments += edge.isLoop() || !isEnd(edge, vertex) ? 2 : 1;
      }
    }
    if (segments != 2) {
      boolean isNone = segments == 0;
      MeshFault.Kind kind = isNone ? MeshFault.Kind.NO_SUCH_VERTEX : MeshFault.Kind.IS_NODE;
      throw new Refusal(MeshFault.at(kind, vertex));
    }
  }

  private static boolean isEnd(Edge edge, Step vertex) {
    return edge.first().equals(vertex) || edge.last().equals(vertex);
  }
}
