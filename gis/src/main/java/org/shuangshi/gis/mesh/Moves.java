package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What bringing outlines together did to the vertices of each. */
final class Moves {

  private final List<Strand> read;
  private final Gathering gathered;

  /** Where each grid's own vertices are now. */
  private final Map<Long, Set<Step>> own = new TreeMap<>();

  private final Set<Step> ofRegions = new HashSet<>();

  Moves(List<Strand> read, Gathering gathered) {
    this.read = read;
    this.gathered = gathered;
    for (Strand strand : read) {
      Set<Step> places =
          strand.of().isRegion()
              ? ofRegions
              : own.computeIfAbsent(strand.of().id(), id -> new HashSet<>());
      strand.chain().forEach(step -> places.add(gathered.place(step)));
    }
  }

  private Set<Step> own(long grid) {
    return own.getOrDefault(grid, Set.of());
  }

  /**
   * A crossing with a line that was cut away needs no vertex. They stay where the straight line
   * would come too near to another border.
   */
  Mesh withoutIdleNodes(Mesh mesh) {
    Wires wires = new Wires();
    for (Edge edge : mesh.edges()) {
      List<Step> chain = new ArrayList<>();
      chain.add(edge.first());
      for (int i = 1; i < edge.segments(); i++) {
        Step step = edge.chain().get(i);
        double off = step.distance(chain.get(chain.size() - 1), edge.chain().get(i + 1));
        if (isOfOneBeside(edge, step) || off >= Step.ROUNDING) {
          chain.add(step);
        }
      }
      chain.add(edge.last());
      wires.add(new Edge(chain, edge.left(), edge.right()));
    }
    try {
      return mesh.with(mesh.faces(), wires.edges());
    } catch (Refusal tooNear) {
      return mesh;
    }
  }

  private boolean isOfOneBeside(Edge edge, Step step) {
    return ofRegions.contains(step)
        || own(edge.left()).contains(step)
        || own(edge.right()).contains(step);
  }

  /** Vertices that went to another place, and those added that are still there. */
  List<Change> changes(Mesh mesh) {
    List<Change> changes = new ArrayList<>();
    for (Strand strand : read) {
      if (!strand.of().isRegion()) {
        // The last is the first again.
        for (Step step : strand.chain().subList(1, strand.chain().size())) {
          Step place = gathered.place(step);
          if (!place.equals(step)) {
            double metres = Metres.between(step, place);
            changes.add(change(Change.Kind.SNAPPED, strand.of().id(), place, metres));
          }
        }
      }
    }
    Map<Long, Set<Step>> added = new HashMap<>();
    for (Strand strand : gathered.strands()) {
      if (!strand.of().isRegion()) {
        added.computeIfAbsent(strand.of().id(), id -> new HashSet<>()).addAll(strand.chain());
      }
    }
    for (Long grid : own.keySet()) {
      Set<Step> nodes = added.getOrDefault(grid, Set.of());
      if (mesh.faces().containsKey(grid)) {
        Outlines.of(mesh.ground(grid)).stream()
            .flatMap(List::stream)
            .distinct()
            .filter(step -> nodes.contains(step) && !own(grid).contains(step))
            .forEach(step -> changes.add(change(Change.Kind.NODE_ADDED, grid, step, 0)));
      }
    }
    return changes;
  }

  private static Change change(Change.Kind kind, long grid, Step at, double metres) {
    return new Change(kind, grid, at.degrees(), 0, metres);
  }
}
