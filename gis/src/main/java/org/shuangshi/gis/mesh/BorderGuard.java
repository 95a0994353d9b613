package org.shuangshi.gis.mesh;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an edit kept to what it may move, judged by what came of it.
 *
 * <p>1. Borders with no edited grid beside them stay, except where they end at one. 2. Without the
 * right to edit regions a community border keeps every vertex; new ones lie on it within the
 * rounding of the lattice.
 */
final class BorderGuard {

  private BorderGuard() {}

  static void check(Mesh before, Mesh after, boolean regions) {
    Set<Edge> old = new HashSet<>(before.edges());
    Set<Edge> now = new HashSet<>(after.edges());
    Set<Segment> oldHeld = new HashSet<>();
    Set<Segment> oldBorder = new HashSet<>();
    Set<Segment> newHeld = new HashSet<>();
    Set<Segment> newBorder = new HashSet<>();
    Set<Step> free = new HashSet<>();
    before.edges().forEach(edge -> ends(before, edge, free));
    after.edges().forEach(edge -> ends(after, edge, free));
    before.edges().stream()
        .filter(edge -> !now.contains(edge))
        .forEach(edge -> sort(before, edge, oldHeld, oldBorder));
    after.edges().stream()
        .filter(edge -> !old.contains(edge))
        .forEach(edge -> sort(after, edge, newHeld, newBorder));
    sameButAt(free, oldHeld, newHeld);
    sameButAt(free, newHeld, oldHeld);
    if (!regions) {
      onlyNodesAdded(oldBorder, newBorder);
    }
  }

  private static boolean isHeld(Mesh mesh, Edge edge) {
    return !mesh.isOpen(edge.left()) && !mesh.isOpen(edge.right());
  }

  private static void ends(Mesh mesh, Edge edge, Set<Step> free) {
    if (!isHeld(mesh, edge)) {
      free.addAll(edge.chain());
    }
  }

  private static void sort(Mesh mesh, Edge edge, Set<Segment> held, Set<Segment> border) {
    for (int i = 0; i < edge.segments(); i++) {
      Segment segment = Segment.of(edge.chain().get(i), edge.chain().get(i + 1));
      if (isHeld(mesh, edge)) {
        held.add(segment);
      }
      if (mesh.isCommunityBorder(edge)) {
        border.add(segment);
      }
    }
  }

  private static void sameButAt(Set<Step> free, Set<Segment> some, Set<Segment> others) {
    for (Segment segment : some) {
      if (!others.contains(segment) && !free.contains(segment.a()) && !free.contains(segment.b())) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.HELD, segment.a()));
      }
    }
  }

  private static void onlyNodesAdded(Set<Segment> before, Set<Segment> after) {
    Set<Step> kept = steps(after);
    for (Step step : steps(before)) {
      if (!kept.contains(step)) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.COMMUNITY_BORDER, step));
      }
    }
    for (Segment segment : after) {
      if (!before.contains(segment)
          && before.stream().noneMatch(old -> isOn(segment.a(), old) && isOn(segment.b(), old))) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.COMMUNITY_BORDER, segment.a()));
      }
    }
  }

  private static boolean isOn(Step step, Segment segment) {
    return step.distance(segment.a(), segment.b()) < Step.ROUNDING;
  }

  private static Set<Step> steps(Set<Segment> segments) {
    Set<Step> steps = new HashSet<>();
    segments.forEach(segment -> steps.addAll(List.of(segment.a(), segment.b())));
    return steps;
  }
}
