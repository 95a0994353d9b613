package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vertices brought onto lines near them; the edge follows a line two of them reach. */
final class Snapping {

  private final List<Guide> guides;
  private final double tolerance;
  private final Map<Step, Guide.Place> to = new HashMap<>();
  private final Set<Segment> asked = new HashSet<>();
  private final Set<Step> fixed = new HashSet<>();

  private Snapping(Mesh mesh, Edit.Snap snap, boolean regions) {
    guides = snap.lines().stream().filter(line -> line.size() > 1).map(Guide::new).toList();
    tolerance = snap.toleranceSteps();
    Set<Step> known = new HashSet<>();
    for (Edge edge : mesh.edges()) {
      known.addAll(edge.chain());
      if (!regions && mesh.isCommunityBorder(edge)) {
        fixed.addAll(edge.chain());
      }
    }
    Step before = null;
    for (Step vertex : snap.vertices()) {
      if (!known.contains(vertex)) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.NO_SUCH_VERTEX, vertex));
      }
      Guide.Place place = nearest(vertex);
      if (place != null) {
        to.put(vertex, fixed.contains(vertex) ? place.stayingAt(vertex) : place);
      }
      if (before != null) {
        asked.add(Segment.of(before, vertex));
      }
      before = vertex;
    }
  }

  static List<Edge> edges(Mesh mesh, Edit.Snap snap, boolean regions) {
    Step first = snap.vertices().isEmpty() ? mesh.edges().get(0).first() : snap.vertices().get(0);
    Snapping snapping = new Snapping(mesh, snap, regions);
    List<Edge> snapped =
        mesh.edges().stream()
            .map(e -> !regions && mesh.isCommunityBorder(e) ? e : snapping.snapped(e))
            .toList();
    if (snapped.equals(mesh.edges())) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NOTHING_NEAR, first));
    }
    Wires wires = new Wires();
    snapping.noded(snapped).forEach(wires::add);
    return wires.edges();
  }

  private Guide.@Nullable Place nearest(Step vertex) {
    Guide.Place nearest = null;
    for (Guide guide : guides) {
      Guide.Place place = guide.nearest(vertex);
      double distance = place.at().distance(vertex);
      if (distance <= tolerance && (nearest == null || distance < nearest.at().distance(vertex))) {
        nearest = place;
      }
    }
    return nearest;
  }

  private Edge snapped(Edge edge) {
    List<Step> chain = edge.chain();
    List<Step> result = new ArrayList<>();
    for (int i = 0; i < chain.size(); ) {
      Guide.Place from = to.get(chain.get(i));
      if (from == null) {
        append(result, chain.get(i));
        i++;
        continue;
      }
      int end = i;
      while (end + 1 < chain.size()
          && (end == i || !fixed.contains(chain.get(end)))
          && goesOn(from, chain.get(end), chain.get(end + 1))) {
        end++;
      }
      Guide.Place until = to.getOrDefault(chain.get(end), from);
      List<Step> stretch = chain.subList(i, end + 1);
      from.guide()
          .between(from, until, stretch, tolerance)
          .ifPresentOrElse(
              between -> {
                append(result, from.at());
                between.forEach(step -> append(result, step));
                append(result, until.at());
              },
              () -> stretch.forEach(step -> append(result, to.getOrDefault(step, from).at())));
      // A vertex that stays ends one stretch and begins the next.
      i = end > i && end + 1 < chain.size() && fixed.contains(chain.get(end)) ? end : end + 1;
    }
    if (result.size() < 2) {
      throw new Refusal(
          MeshFault.at(MeshFault.Kind.SWALLOWS_GRID, result.get(0), edge.left(), edge.right()));
    }
    return new Edge(result, edge.left(), edge.right());
  }

  private boolean goesOn(Guide.Place from, Step step, Step next) {
    Guide.Place place = to.get(next);
    return place != null && place.guide() == from.guide() && asked.contains(Segment.of(step, next));
  }

  private static void append(List<Step> chain, Step step) {
    if (chain.isEmpty() || !chain.get(chain.size() - 1).equals(step)) {
      chain.add(step);
    }
  }

  /** Edges get the places they were reached at as vertices. */
  private List<Edge> noded(List<Edge> edges) {
    Set<Step> reached = new HashSet<>();
    edges.forEach(edge -> reached.addAll(edge.chain()));
    List<Step> places =
        to.values().stream().map(Guide.Place::at).distinct().filter(reached::contains).toList();
    List<Edge> noded = new ArrayList<>();
    for (Edge edge : edges) {
      List<Step> chain = new ArrayList<>();
      edge.eachSegment(
          (a, b) -> {
            chain.add(a);
            places.stream()
                .filter(p -> !p.equals(a) && !p.equals(b))
                .filter(p -> p.distance(a, b) < Step.ROUNDING)
                .sorted((p, q) -> Double.compare(p.distance(a), q.distance(a)))
                .forEach(chain::add);
          });
      chain.add(edge.last());
      noded.add(new Edge(chain, edge.left(), edge.right()));
    }
    return noded;
  }
}
