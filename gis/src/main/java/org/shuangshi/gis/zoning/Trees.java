package org.shuangshi.gis.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides connected pieces into connected parts: draws a random spanning tree and takes away the
 * branch that leaves both sides loads their grids can share. Trees keep off barriers, so branches
 * tend to end there.
 */
final class Trees {

  /** A metre of border costs this much of what a weighted metre of barrier along it is worth. */
  private static final double METRE = 0.3;

  /** And a household off an even share this much: slack is worth something later on. */
  private static final double SLACK = 0.1;

  /** So many branches of a tree are looked at closely. */
  private static final int LOOKS = 6;

  private final Graph graph;
  private final Band band;
  private final SplittableRandom random;
  private final int[] local;

  // Of the pieces at hand, numbered locally.
  private int size;
  private int edges;
  private int[] from = new int[0];
  private int[] into = new int[0];
  private double[] gain = new double[0];
  private long[] keys = new long[0];

  Trees(Graph graph, Band band, SplittableRandom random) {
    this.graph = graph;
    this.band = band;
    this.random = random;
    this.local = new int[graph.size];
    Arrays.fill(local, Graph.NONE);
  }

  /**
   * Parts numbered from 0, one for each of the pieces, or null where the pieces hang together by no
   * open border.
   *
   * @param tries trees drawn for each division; the best branch of all is taken
   */
  int @Nullable [] split(int[] units, int parts, int tries) {
    int[] result = new int[units.length];
    return split(units, positions(units.length), parts, 0, tries, result) ? result : null;
  }

  private static int[] positions(int length) {
    int[] positions = new int[length];
    Arrays.setAll(positions, i -> i);
    return positions;
  }

  private boolean split(int[] units, int[] at, int parts, int number, int tries, int[] result) {
    if (parts == 1 || units.length == 1) {
      for (int position : at) {
        result[position] = number;
      }
      return true;
    }
    Branch branch = best(units, parts, tries);
    if (branch == null) {
      return false;
    }
    int cut = (int) IntStream.range(0, units.length).filter(branch::has).count();
    int[] taken = new int[cut];
    int[] takenAt = new int[cut];
    int[] left = new int[units.length - cut];
    int[] leftAt = new int[units.length - cut];
    int t = 0;
    int l = 0;
    for (int i = 0; i < units.length; i++) {
      if (branch.has(i)) {
        taken[t] = units[i];
        takenAt[t++] = at[i];
      } else {
        left[l] = units[i];
        leftAt[l++] = at[i];
      }
    }
    return split(taken, takenAt, branch.grids, number, tries, result)
        && split(left, leftAt, parts - branch.grids, number + branch.grids, tries, result);
  }

  /** A branch of a tree: a stretch of the walk through it, and how many of the grids it is for. */
  private static final class Branch {
    final int[] place;
    final int begin;
    final int end;
    final int grids;
    final long excess;
    final double worth;

    Branch(int[] place, int begin, int end, int grids, long excess, double worth) {
      this.place = place;
      this.begin = begin;
      this.end = end;
      this.grids = grids;
      this.excess = excess;
      this.worth = worth;
    }

    boolean has(int i) {
      return place[i] >= begin && place[i] < end;
    }

    boolean betterThan(@Nullable Branch other) {
      return other == null
          || excess < other.excess
          || (excess == other.excess && worth > other.worth);
    }
  }

  private @Nullable Branch best(int[] units, int parts, int tries) {
    gather(units);
    Branch best = null;
    for (int t = 0; t < tries; t++) {
      Branch branch = branch(units, parts);
      if (branch != null && branch.betterThan(best)) {
        best = branch;
      }
    }
    return best;
  }

  private void gather(int[] units) {
    size = units.length;
    edges = 0;
    for (int i = 0; i < size; i++) {
      local[units[i]] = i;
      edges += graph.first[units[i] + 1] - graph.first[units[i]];
    }
    if (from.length < edges) {
      from = new int[edges];
      into = new int[edges];
      gain = new double[edges];
      keys = new long[edges];
    }
    edges = 0;
    for (int i = 0; i < size; i++) {
      for (int e = graph.first[units[i]]; e < graph.first[units[i] + 1]; e++) {
        int k = local[graph.to[e]];
        if (k > i && graph.open[e]) {
          from[edges] = i;
          into[edges] = k;
          gain[edges++] = graph.crossing[e] - METRE * graph.metres[e];
        }
      }
    }
    for (int unit : units) {
      local[unit] = Graph.NONE;
    }
  }

  private @Nullable Branch branch(int[] units, int parts) {
    TreeWalk walk = TreeWalk.over(size, from, into, sorted());
    if (walk == null) {
      return null;
    }
    long[] load = walk.loads(i -> graph.load[units[i]]);
    long all = load[0];
    double each = all / (double) parts;
    Branch best = null;
    int looks = 0;
    int start = random.nextInt(size);
    for (int k = 0; k < size && looks < LOOKS; k++) {
      int place = (start + k) % size;
      if (place == 0) {
        continue;
      }
      int grids = (int) Math.max(1, Math.min(parts - 1, Math.round(load[place] / each)));
      long excess = band.excess(load[place], grids) + band.excess(all - load[place], parts - grids);
      if (parts > 3 && (grids < parts / 4 || grids > parts - parts / 4)) {
        // a sliver off a large ground leaves the trouble to the rest
        excess += band.most();
      }
      if (best != null && excess > best.excess) {
        continue;
      }
      int end = walk.end[place];
      double worth = worth(walk.place, place, end) - SLACK * Math.abs(load[place] - grids * each);
      Branch branch = new Branch(walk.place, place, end, grids, excess, worth);
      if (branch.betterThan(best)) {
        best = branch;
      }
      looks += excess == 0 ? 1 : 0;
    }
    return best;
  }

  private double worth(int[] place, int begin, int end) {
    double worth = 0;
    for (int e = 0; e < edges; e++) {
      boolean from = place[this.from[e]] >= begin && place[this.from[e]] < end;
      boolean into = place[this.into[e]] >= begin && place[this.into[e]] < end;
      worth += from != into ? gain[e] : 0;
    }
    return worth;
  }

  /** The edges by a random key, those along barriers mostly last. */
  private int[] sorted() {
    for (int e = 0; e < edges; e++) {
      long key = random.nextInt() & 0x3fffffff;
      if (gain[e] > 0 && random.nextInt(8) > 0) {
        key |= 0x40000000;
      }
      keys[e] = key << 32 | e;
    }
    Arrays.sort(keys, 0, edges);
    int[] order = new int[edges];
    Arrays.setAll(order, i -> (int) keys[i]);
    return order;
  }
}
