package org.shuangshi.gis.zoning;

import java.util.Arrays;

/**
 * A plan that changes piece by piece; what it is worth is kept up with every move.
 *
 * <p>Grids are numbers below {@link #capacity()}; a number without pieces is no grid.
 */
final class Partition {

  private static final int NONE = Graph.NONE;

  final Graph graph;
  final Band band;
  private final int[] gridOf;
  private final int[] head;
  private final int[] next;
  private final int[] previous;
  private final int[] pieces;
  private final long[] load;
  private final double[] area;
  private final double[] outline;
  private final Compounds compounds;

  private int grids;
  private int outOfBand;
  private long excess;
  private long crossed;
  private long moved;
  private double roundness;

  /**
   * A plan.
   *
   * @param gridOf for each piece its grid from 0; copied
   */
  Partition(Graph graph, Band band, int[] gridOf) {
    this.graph = graph;
    this.band = band;
    this.gridOf = gridOf.clone();
    int capacity = Graph.count(gridOf) + 1 + Graph.count(gridOf) / 2 + 4;
    head = new int[capacity];
    Arrays.fill(head, NONE);
    next = new int[graph.size];
    previous = new int[graph.size];
    pieces = new int[capacity];
    load = new long[capacity];
    area = new double[capacity];
    outline = new double[capacity];
    compounds = new Compounds(graph.compound);
    for (int u = 0; u < graph.size; u++) {
      this.gridOf[u] = NONE;
    }
    for (int u = 0; u < graph.size; u++) {
      add(u, gridOf[u]);
    }
    compounds.count(this.gridOf);
  }

  int capacity() {
    return head.length;
  }

  int gridOf(int piece) {
    return gridOf[piece];
  }

  int[] gridOf() {
    return gridOf.clone();
  }

  int grids() {
    return grids;
  }

  int pieces(int grid) {
    return pieces[grid];
  }

  long load(int grid) {
    return load[grid];
  }

  /** The first piece of a grid, and after each the next; NONE at the end. */
  int first(int grid) {
    return head[grid];
  }

  int after(int piece) {
    return next[piece];
  }

  int outOfBand() {
    return outOfBand;
  }

  long excess() {
    return excess;
  }

  int compoundsCut() {
    return compounds.cut();
  }

  long crossed() {
    return crossed;
  }

  long moved() {
    return moved;
  }

  double compactness() {
    return grids == 0 ? 0 : roundness / grids;
  }

  /** A number no grid has, or NONE. */
  int free() {
    for (int grid = 0; grid < pieces.length; grid++) {
      if (pieces[grid] == 0) {
        return grid;
      }
    }
    return NONE;
  }

  void move(int piece, int grid) {
    if (gridOf[piece] != grid) {
      compounds.leave(piece, gridOf);
      remove(piece);
      add(piece, grid);
      compounds.join(piece, gridOf);
    }
  }

  private void remove(int u) {
    int grid = gridOf[u];
    withdraw(grid);
    double inner = 0;
    for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
      if (gridOf[graph.to[e]] == grid) {
        inner += graph.metres[e];
        crossed -= graph.crossing[e];
      }
    }
    pieces[grid]--;
    load[grid] -= graph.load[u];
    area[grid] -= graph.area[u];
    outline[grid] -= graph.outline[u] - 2 * inner;
    moved -= moved(u, grid);
    if (previous[u] == NONE) {
      head[grid] = next[u];
    } else {
      next[previous[u]] = next[u];
    }
    if (next[u] != NONE) {
      previous[next[u]] = previous[u];
    }
    gridOf[u] = NONE;
    contribute(grid);
  }

  private void add(int u, int grid) {
    withdraw(grid);
    double inner = 0;
    for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
      if (gridOf[graph.to[e]] == grid) {
        inner += graph.metres[e];
        crossed += graph.crossing[e];
      }
    }
    pieces[grid]++;
    load[grid] += graph.load[u];
    area[grid] += graph.area[u];
    outline[grid] += graph.outline[u] - 2 * inner;
    moved += moved(u, grid);
    previous[u] = NONE;
    next[u] = head[grid];
    if (head[grid] != NONE) {
      previous[head[grid]] = u;
    }
    head[grid] = u;
    gridOf[u] = grid;
    contribute(grid);
  }

  private long moved(int u, int grid) {
    return graph.former[u] == NONE || graph.former[u] == grid ? 0 : graph.load[u];
  }

  private void withdraw(int grid) {
    count(grid, -1);
  }

  private void contribute(int grid) {
    count(grid, 1);
  }

  private void count(int grid, int sign) {
    if (pieces[grid] == 0) {
      return;
    }
    grids += sign;
    long off = band.excess(load[grid]);
    excess += sign * off;
    outOfBand += off > 0 ? sign : 0;
    roundness += sign * 4 * Math.PI * area[grid] / (outline[grid] * outline[grid]);
  }
}
