package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.shuangshi.gis.geometry.Fault;
import org.shuangshi.gis.geometry.GeometryCheck;
import org.shuangshi.gis.geometry.Shape;

/**
 * Divides a community into grids, or rebalances the grids it has.
 *
 * <pre>
 * {@code GridPlan plan = Zoning.divide(ground, Rules.of(new Band(300, 500), 1), Progress.NONE)}
 * </pre>
 *
 * <p>1. Grids fill the community edge to edge, on the lattice. 2. No border runs through a
 * building. 3. None runs through a compound, unless the rules say so or it has more households than
 * a grid may. 4. A grid is connected without crossing a forbidding barrier, where the ground is. 5.
 * Locked grids stay as they are, but for buildings they cut. 6. Where the band cannot be kept a
 * remark says where and why.
 *
 * <p>Not checked: whether footprints and compounds are valid, or compounds overlap (the first in
 * the list that covers a building has it).
 */
public final class Zoning {

  private Zoning() {}

  /**
   * A new plan. Of the grids that stand only the locked ones bind; the others give their ids to the
   * new grids that take over most of their households.
   *
   * @throws IllegalArgumentException if the community is no valid area in degrees
   * @throws java.util.concurrent.CancellationException if progress says so
   */
  public static GridPlan divide(Ground ground, Rules rules, Progress progress) {
    Atoms atoms = atoms(ground);
    progress.part(0, 1).reached(0.3);
    int[] locked = new int[atoms.graph.size];
    for (int a = 0; a < locked.length; a++) {
      int grid = atoms.graph.former[a];
      boolean stays = grid != Graph.NONE && ground.grids().get(grid).locked();
      locked[a] = stays ? grid : Graph.NONE;
    }
    Outcome outcome = Division.of(atoms.graph, rules, locked, progress.part(0.3, 0.9));
    int[] gridOf = Naming.of(atoms.graph, outcome.gridOf, locked, ground.grids().size());
    return plan(ground, rules, atoms, new Outcome(gridOf, outcome.findings));
  }

  /**
   * The plan that stands, brought into the band with the fewest households changing hands. That
   * counts before barriers crossed here: a road is no reason to give a household another leader.
   *
   * @throws IllegalArgumentException if the community is no valid area in degrees
   * @throws java.util.concurrent.CancellationException if progress says so
   */
  public static GridPlan rebalance(Ground ground, Rules rules, Progress progress) {
    Atoms atoms = atoms(ground);
    progress.part(0, 1).reached(0.3);
    boolean[] locked = new boolean[ground.grids().size()];
    for (int g = 0; g < locked.length; g++) {
      locked[g] = ground.grids().get(g).locked();
    }
    return plan(
        ground, rules, atoms, Rebalancing.of(atoms.graph, rules, locked, progress.part(0.3, 0.9)));
  }

  private static Atoms atoms(Ground ground) {
    Optional<Fault> fault = GeometryCheck.fault(ground.community(), Shape.AREA);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("community: " + fault.get().code());
    }
    return Atoms.of(ground);
  }

  private static GridPlan plan(Ground ground, Rules rules, Atoms atoms, Outcome outcome) {
    int[] numbered = outcome.gridOf;
    int numbers = Graph.count(numbered);
    int[] position = new int[numbers];
    boolean[] taken = new boolean[numbers];
    for (int grid : numbered) {
      taken[grid] = true;
    }
    List<@Nullable Long> ids = new ArrayList<>();
    for (int n = 0; n < numbers; n++) {
      position[n] = ids.size();
      if (taken[n]) {
        ids.add(n < ground.grids().size() ? ground.grids().get(n).id() : null);
      }
    }
    int[] gridOf = new int[numbered.length];
    long[] load = new long[ids.size()];
    for (int a = 0; a < gridOf.length; a++) {
      gridOf[a] = position[numbered[a]];
      load[gridOf[a]] += atoms.graph.load[a];
    }
    List<List<Long>> buildings = new ArrayList<>();
    ids.forEach(id -> buildings.add(new ArrayList<>()));
    for (int b = 0; b < atoms.atomOf.length; b++) {
      if (atoms.atomOf[b] != Graph.NONE) {
        buildings.get(gridOf[atoms.atomOf[b]]).add(ground.buildings().get(b).id());
      }
    }
    List<MultiPolygon> areas = Outlines.of(atoms, gridOf);
    List<GridPlan.Grid> grids = new ArrayList<>();
    for (int g = 0; g < areas.size(); g++) {
      MultiPolygon area = (MultiPolygon) Scale.degrees(areas.get(g));
      List<Long> sorted = buildings.get(g).stream().sorted().toList();
      grids.add(new GridPlan.Grid(ids.get(g), area, load[g], sorted));
    }
    Geometry community = Scale.degrees(Outlines.joined(areas));
    return new GridPlan(
        grids,
        community,
        Score.of(atoms.graph, numbered, rules.band()),
        Remarks.of(ground, rules, atoms, outcome));
  }
}
