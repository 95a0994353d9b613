package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a plan that stands back into the band with the fewest households changing hands. Ground
 * that was in no grid is opened as grids of its own where that is better, or joins its neighbours.
 */
final class Rebalancing {

  /** So many parts of new ground are tried with every number of grids; others join at once. */
  private static final int PARTS_TRIED = 3;

  private static final int ROUNDS = 6;

  private final Graph units;
  private final Band band;
  private final boolean newGrids;
  private final boolean[] fixed;
  private final int grids;
  private final int[] standing;
  private final int firstNew;
  private final long seed;
  private final List<int[]> parts = new ArrayList<>();

  private Rebalancing(Graph units, Rules rules, boolean[] lockedGrid) {
    this.units = units;
    this.band = rules.band();
    this.newGrids = rules.newGrids();
    this.seed = rules.seed();
    this.grids = lockedGrid.length;
    fixed = new boolean[units.size];
    standing = units.former.clone();
    int next = grids;
    boolean[] fresh = new boolean[units.size];
    for (int u = 0; u < units.size; u++) {
      boolean giant = units.former[u] == Graph.NONE && units.load[u] > band.most();
      standing[u] = giant ? next++ : units.former[u];
      fresh[u] = standing[u] == Graph.NONE;
      fixed[u] = giant || (!fresh[u] && lockedGrid[units.former[u]]);
    }
    firstNew = next;
    int[] partOf = units.parts(fresh);
    for (int p = 0; p < Graph.count(partOf); p++) {
      int number = p;
      parts.add(IntStream.range(0, units.size).filter(u -> partOf[u] == number).toArray());
    }
    parts.sort((a, b) -> Long.compare(load(b), load(a)));
  }

  /**
   * A plan in which the grids of {@link Graph#former} keep their numbers and new ones follow.
   *
   * @param lockedGrid for each grid that stands whether it has to stay as it is
   */
  static Outcome of(Graph atoms, Rules rules, boolean[] lockedGrid, Progress.Part progress) {
    Units joined = Units.of(atoms, rules.mayCut(atoms), atoms.former);
    Rebalancing rebalancing = new Rebalancing(joined.graph, rules, lockedGrid);
    int[] plan = rebalancing.best(progress);
    return new Outcome(joined.atoms(plan), List.of());
  }

  private long load(int[] pieces) {
    return Arrays.stream(pieces).mapToLong(u -> units.load[u]).sum();
  }

  private static final class Found {
    final int[] plan;
    final Weights.Standing standing;

    Found(int[] plan, Weights.Standing standing) {
      this.plan = plan;
      this.standing = standing;
    }
  }

  private int[] best(Progress.Part progress) {
    int[] opened = new int[parts.size()];
    for (int p = 0; p < opened.length; p++) {
      long load = load(parts.get(p));
      opened[p] = newGrids && load >= band.least() ? band.gridsFor(load) : 0;
    }
    Found best = settled(opened);
    int tried = Math.min(PARTS_TRIED, opened.length);
    for (int p = 0; newGrids && p < tried; p++) {
      progress.reached(0.5 * p / tried);
      int most = (int) Math.min(parts.get(p).length, load(parts.get(p)) / band.least() + 1);
      int chosen = opened[p];
      for (int count = 0; count <= most; count++) {
        int[] other = opened.clone();
        other[p] = count;
        Found found = count == chosen ? null : settled(other);
        if (found != null && found.standing.compareTo(best.standing) < 0) {
          best = found;
          opened = other;
        }
      }
    }
    progress.reached(0.5);
    return improved(best.plan, 400, progress.part(0.5, 1)).plan;
  }

  /** The plan with so many grids opened in each part of new ground. */
  private Found settled(int[] opened) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] plan = standing.clone();
    int next = firstNew;
    Trees trees = new Trees(units, band, random);
    for (int p = 0; p < opened.length; p++) {
      int[] part = parts.get(p);
      int[] of = opened[p] == 0 ? null : trees.split(part, opened[p], 20);
      if (of != null) {
        for (int i = 0; i < part.length; i++) {
          plan[part[i]] = next + of[i];
        }
        next += opened[p];
      }
    }
    join(plan, next);
    Partition partition = new Partition(units, band, plan);
    for (int round = 0; round < ROUNDS; round++) {
      new Flow(partition, fixed).settle();
      if (partition.outOfBand() == 0) {
        break;
      }
      // what stands in the way of passing on is shaken a little
      Search search = new Search(partition, Weights.REBALANCING, fixed, random);
      search.run(30 * units.size, 0, 40, 4, Progress.NONE.part(0, 1));
    }
    return improved(partition.gridOf(), 40, null);
  }

  private Found improved(int[] plan, int effort, Progress.@Nullable Part progress) {
    Partition partition = new Partition(units, band, plan);
    SplittableRandom random = new SplittableRandom(seed);
    Search search = new Search(partition, Weights.REBALANCING, fixed, random);
    Progress.Part told = progress == null ? Progress.NONE.part(0, 1) : progress;
    int steps = Math.min(2_000_000, 2000 + effort * units.size);
    search.run(steps, 0, 12, 0.3, told.part(0, 0.8));
    search.restart();
    search.run(steps / 4, 0, 0, 0, told.part(0.8, 1));
    return new Found(search.best(), search.bestStanding());
  }

  /** New ground in no grid joins the least loaded neighbour; where it has none, it is a grid. */
  private void join(int[] plan, int firstFree) {
    long[] load = new long[firstFree + units.size];
    for (int u = 0; u < units.size; u++) {
      if (plan[u] != Graph.NONE) {
        load[plan[u]] += units.load[u];
      }
    }
    int next = firstFree;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int u = 0; u < units.size; u++) {
        int grid = plan[u] == Graph.NONE ? least(u, plan, load) : Graph.NONE;
        if (grid != Graph.NONE) {
          plan[u] = grid;
          load[grid] += units.load[u];
          changed = true;
        }
      }
      for (int u = 0; u < units.size && !changed; u++) {
        if (plan[u] == Graph.NONE) {
          plan[u] = next++;
          load[plan[u]] += units.load[u];
          changed = true;
        }
      }
    }
  }

  private int least(int u, int[] plan, long[] load) {
    int least = Graph.NONE;
    for (int e = units.first[u]; e < units.first[u + 1]; e++) {
      int v = units.to[e];
      if (units.open[e] && plan[v] != Graph.NONE && !fixed[v]) {
        least = least == Graph.NONE || load[plan[v]] < load[least] ? plan[v] : least;
      }
    }
    return least;
  }
}
