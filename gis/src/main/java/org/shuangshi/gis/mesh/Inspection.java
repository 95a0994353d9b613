package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What is wrong with the grids of a mesh.
 *
 * <pre>{@code
 * List<GroundFault> faults = Inspection.of(mesh, buildings, 500, false);
 * mesh.apply(faults.get(0).repair().get(0), false);
 * }</pre>
 *
 * <p>1. Ground in no grid, in several, outside the community. 2. Grids and parts of them narrower
 * than a width, and grids in several parts. 3. Buildings cut by a border and buildings in no grid.
 * Held grids are not judged. A repair is proposed only after it was done to a copy and the copy
 * looked at: the fault is gone, and there is none that was not there before.
 *
 * <p>Not found: how good a border is otherwise.
 */
public final class Inspection {

  private final Mesh mesh;
  private final STRtree buildings;
  private final double sliverSteps;
  private final boolean regions;

  private Inspection(Mesh mesh, STRtree buildings, double sliverSteps, boolean regions) {
    this.mesh = mesh;
    this.buildings = buildings;
    this.sliverSteps = sliverSteps;
    this.regions = regions;
  }

  /**
   * The faults by face, then by building, each with a repair where one was found.
   *
   * @param sliverSteps parts narrower than this are slivers: twice the area by the outline, in
   *     steps of 1e-8 degrees
   * @param regions whether repairs may move community borders
   */
  public static List<GroundFault> of(
      Mesh mesh, Collection<Building> buildings, double sliverSteps, boolean regions) {
    STRtree tree = new STRtree();
    buildings.forEach(b -> tree.insert(b.footprint().getEnvelopeInternal(), b));
    tree.build();
    Inspection inspection = new Inspection(mesh, tree, sliverSteps, regions);
    List<GroundFault> found = new Faults(mesh, sliverSteps).all(buildings);
    Repairs repairs = new Repairs(mesh, buildings);
    return found.stream()
        .map(fault -> fault.with(inspection.first(fault, repairs.of(fault), found)))
        .toList();
  }

  private List<Edit> first(GroundFault fault, List<List<Edit>> proposals, List<GroundFault> found) {
    for (List<Edit> proposal : proposals) {
      if (mends(fault, proposal, found)) {
        return proposal;
      }
    }
    return List.of();
  }

  private boolean mends(GroundFault fault, List<Edit> proposal, List<GroundFault> found) {
    Mesh after = mesh;
    for (Edit edit : proposal) {
      Optional<Mesh> next = after.apply(edit, regions).ifAccepted();
      if (next.isEmpty()) {
        return false;
      }
      after = next.get();
    }
    Set<Long> changed = new HashSet<>();
    Envelope reach = new Envelope();
    changes(mesh, after, changed, reach);
    changes(after, mesh, changed, reach);
    Set<Long> looked = new HashSet<>();
    List<Building> near = new ArrayList<>();
    for (Object candidate : buildings.query(reach)) {
      Building building = (Building) candidate;
      near.add(building);
      looked.add(building.id());
    }
    Map<List<Object>, Integer> allowed = new HashMap<>();
    for (GroundFault before : found) {
      boolean isLookedAt =
          before.building() == 0
              ? before.faces().stream().anyMatch(changed::contains)
              : looked.contains(before.building());
      if (isLookedAt) {
        allowed.merge(before.key(), 1, Integer::sum);
      }
    }
    if (allowed.merge(fault.key(), -1, Integer::sum) < 0) {
      // It is not where the proposal does anything.
      return false;
    }
    for (GroundFault now : new Faults(after, sliverSteps).of(changed, near)) {
      if (allowed.merge(now.key(), -1, Integer::sum) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Faces of one mesh whose ground is not that of the other: what is untouched is shared. */
  @SuppressWarnings("ReferenceEquality")
  private static void changes(Mesh one, Mesh other, Set<Long> changed, Envelope reach) {
    for (Long id : one.faces().keySet()) {
      Geometry ground = one.ground(id);
      if (!other.faces().containsKey(id) || other.ground(id) != ground) {
        changed.add(id);
        reach.expandToInclude(ground.getEnvelopeInternal());
      }
    }
  }
}
