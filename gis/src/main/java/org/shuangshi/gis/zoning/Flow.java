package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings grids back into the band: from a grid with too many households a little is passed on from
 * neighbour to neighbour until one has room, and the other way round to a grid with too few.
 */
final class Flow {

  /** Passing on people who are new or away from home is nearly free. */
  private static final int CHEAP = 1;

  private static final int DEAR = 6;
  private static final int TAIL = 12;
  private static final int PASSES = 20;
  private static final int BRIDGES = 6;

  private final Partition plan;
  private final Graph graph;
  private final Band band;
  private final boolean[] fixed;
  private final CutOff cutOff;
  private final long grain;

  /** Where nothing could be passed on lately. */
  private final Set<Arc> blocked = new HashSet<>();

  private record Arc(int from, int to) {}

  Flow(Partition plan, boolean[] fixed) {
    this.plan = plan;
    this.graph = plan.graph;
    this.band = plan.band;
    this.fixed = fixed;
    cutOff = new CutOff(plan);
    long peopled = Arrays.stream(graph.load).filter(load -> load > 0).count();
    grain = Arrays.stream(graph.load).asLongStream().sum() / Math.max(1, peopled);
  }

  /** Passes on until every grid is in the band or nothing helps. */
  void settle() {
    boolean[] helpless = new boolean[plan.capacity()];
    int worst = worst(helpless);
    for (int pass = 0; worst != Graph.NONE && pass < PASSES * plan.grids(); pass++) {
      long before = plan.excess();
      if (!pass(worst)) {
        helpless[worst] = true;
      } else if (plan.excess() < before) {
        blocked.clear();
      }
      worst = worst(helpless);
    }
  }

  private int worst(boolean[] helpless) {
    int worst = Graph.NONE;
    for (int g = 0; g < plan.capacity(); g++) {
      if (plan.pieces(g) > 0 && !helpless[g] && !band.holds(plan.load(g))) {
        if (worst == Graph.NONE || band.excess(plan.load(g)) > band.excess(plan.load(worst))) {
          worst = g;
        }
      }
    }
    return worst;
  }

  /** Once along the cheapest path; false where there is none. */
  private boolean pass(int grid) {
    boolean giving = plan.load(grid) > band.most();
    int[] path = path(grid, giving);
    if (path == null) {
      return false;
    }
    long amount = Math.min(band.excess(plan.load(grid)), room(path[0], giving));
    // from the far end on, so that nobody in between is ever far out of the band
    for (int i = 0; i + 1 < path.length; i++) {
      int from = giving ? path[i + 1] : path[i];
      int to = giving ? path[i] : path[i + 1];
      if (across(from, to, amount) == 0) {
        blocked.add(new Arc(from, to));
        break;
      }
    }
    return true;
  }

  private long room(int grid, boolean giving) {
    return giving ? band.most() - plan.load(grid) : plan.load(grid) - band.least();
  }

  /** From the nearest grid with room to the one given; null where there is none. */
  private int @Nullable [] path(int grid, boolean giving) {
    int[][] price = prices(giving);
    // less room than a building has households would only pass the trouble on
    long wanted = Math.min(band.excess(plan.load(grid)), grain);
    int n = plan.capacity();
    int[] far = new int[n];
    int[] back = new int[n];
    boolean[] done = new boolean[n];
    Arrays.fill(far, Integer.MAX_VALUE);
    far[grid] = 0;
    back[grid] = Graph.NONE;
    while (true) {
      int near = Graph.NONE;
      for (int g = 0; g < n; g++) {
        if (!done[g] && far[g] < Integer.MAX_VALUE && (near == Graph.NONE || far[g] < far[near])) {
          near = g;
        }
      }
      if (near == Graph.NONE) {
        return null;
      }
      if (near != grid && room(near, giving) >= wanted) {
        List<Integer> path = new ArrayList<>();
        for (int g = near; g != Graph.NONE; g = back[g]) {
          path.add(g);
        }
        return path.stream().mapToInt(g -> g).toArray();
      }
      done[near] = true;
      for (int g = 0; g < n; g++) {
        if (price[near][g] > 0 && far[near] + price[near][g] < far[g]) {
          far[g] = far[near] + price[near][g];
          back[g] = near;
        }
      }
    }
  }

  /** What it costs to pass on from one grid to another, seen from the grid in need; 0 for never. */
  private int[][] prices(boolean giving) {
    int[][] price = new int[plan.capacity()][plan.capacity()];
    for (int u = 0; u < graph.size; u++) {
      for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
        int v = graph.to[e];
        int from = plan.gridOf(u);
        int to = plan.gridOf(v);
        if (from == to
            || !graph.open[e]
            || fixed[u]
            || fixed[v]
            || blocked.contains(new Arc(from, to))) {
          continue;
        }
        int cost = graph.former[u] == from || graph.load[u] == 0 ? DEAR : CHEAP;
        int a = giving ? from : to;
        int b = giving ? to : from;
        price[a][b] = price[a][b] == 0 ? cost : Math.min(price[a][b], cost);
      }
    }
    return price;
  }

  /** Moves about so many households from one grid to another beside it. */
  private long across(int from, int to, long amount) {
    long done = 0;
    int bridges = 0;
    while (done < amount && bridges < BRIDGES) {
      int[] moving = next(from, to, amount - done);
      if (moving == null) {
        break;
      }
      long load = 0;
      for (int piece : moving) {
        plan.move(piece, to);
        load += graph.load[piece];
      }
      done += load;
      bridges += load == 0 ? 1 : 0;
    }
    return done;
  }

  /**
   * The largest that is not too much, else the smallest; who is not at home there goes first. Where
   * only ground without people lies between, some of that.
   */
  private int @Nullable [] next(int from, int to, long need) {
    int[] best = null;
    int[] bridge = null;
    double least = Double.MAX_VALUE;
    for (int u = plan.first(from); u != Graph.NONE; u = plan.after(u)) {
      if (fixed[u] || !touches(u, to)) {
        continue;
      }
      int[] moving = cutOff.with(u, TAIL);
      if (moving == null || moving.length == plan.pieces(from)) {
        continue;
      }
      long load = 0;
      long dear = 0;
      for (int piece : moving) {
        load += graph.load[piece];
        dear += graph.former[piece] == from ? graph.load[piece] : 0;
        dear -= graph.former[piece] == to ? graph.load[piece] : 0;
      }
      if (load == 0) {
        bridge = bridge == null ? moving : bridge;
        continue;
      }
      double cost = 100.0 * dear / load + (load <= need ? need - load : 1000 + 3 * (load - need));
      if (cost < least) {
        least = cost;
        best = moving;
      }
    }
    return best == null ? bridge : best;
  }

  private boolean touches(int u, int grid) {
    for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
      if (graph.open[e] && plan.gridOf(graph.to[e]) == grid) {
        return true;
      }
    }
    return false;
  }
}
