package org.shuangshi.gis.zoning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Improves a plan: moves pieces over borders, and draws the borders between neighbouring grids
 * anew. Wanders while it is hot, takes only what is better once it is cold, and keeps the best plan
 * it has seen. No grid falls into more parts than it had.
 */
final class Search {

  /** A move may drag along so many pieces that would be cut off. */
  private static final int TAIL = 12;

  private final Graph graph;
  private final Weights weights;
  private final SplittableRandom random;
  private final boolean[] fixed;
  private final Partition plan;
  private final int grids;
  private final Trees trees;
  private final CutOff cutOff;

  private int[] best;
  private Weights.Standing bestStanding;

  /**
   * A search from a plan.
   *
   * @param fixed pieces that stay; nothing joins their grids either
   */
  Search(Partition plan, Weights weights, boolean[] fixed, SplittableRandom random) {
    this.graph = plan.graph;
    this.plan = plan;
    this.weights = weights;
    this.fixed = fixed;
    this.random = random;
    grids = plan.grids();
    trees = new Trees(graph, plan.band, random);
    cutOff = new CutOff(plan);
    best = plan.gridOf();
    bestStanding = weights.standing(plan);
  }

  int[] best() {
    return best;
  }

  Weights.Standing bestStanding() {
    return bestStanding;
  }

  /**
   * Wanders.
   *
   * @param redraws of a thousand steps so many draw borders anew; the others move pieces
   * @param hot cost that is gladly paid at the beginning
   * @param cold and at the end; 0 takes only what is better from the beginning on
   */
  void run(int steps, int redraws, double hot, double cold, Progress.Part progress) {
    if (graph.size == 0) {
      return;
    }
    for (int step = 0; step < steps; step++) {
      if ((step & 1023) == 0) {
        progress.reached(step / (double) steps);
      }
      double heat = cold == 0 ? 0 : hot * Math.pow(cold / hot, step / (double) steps);
      if (random.nextInt(1000) < redraws) {
        redraw(heat);
      } else {
        shift(heat);
      }
    }
  }

  /** Goes back to the best plan seen. */
  void restart() {
    for (int u = 0; u < graph.size; u++) {
      plan.move(u, best[u]);
    }
  }

  private void shift(double heat) {
    int piece = random.nextInt(graph.size);
    int other = neighbour(piece);
    if (other == Graph.NONE) {
      return;
    }
    int from = plan.gridOf(piece);
    int grid = plan.gridOf(other);
    int[] moving = cutOff.with(piece, TAIL);
    if (moving == null) {
      return;
    }
    double before = weights.cost(plan, grids);
    Weights.Standing standing = weights.standing(plan);
    for (int each : moving) {
      plan.move(each, grid);
    }
    if (taken(before, standing, heat)) {
      keep();
    } else {
      for (int each : moving) {
        plan.move(each, from);
      }
    }
  }

  /** A piece across an open border in another grid that may change, or NONE. */
  private int neighbour(int piece) {
    int begin = graph.first[piece];
    int degree = graph.first[piece + 1] - begin;
    if (fixed[piece] || degree == 0) {
      return Graph.NONE;
    }
    int start = random.nextInt(degree);
    for (int k = 0; k < degree; k++) {
      int e = begin + (start + k) % degree;
      int other = graph.to[e];
      if (graph.open[e] && !fixed[other] && plan.gridOf(other) != plan.gridOf(piece)) {
        return other;
      }
    }
    return Graph.NONE;
  }

  private void redraw(double heat) {
    int[] chosen = chosenGrids();
    if (chosen.length == 0) {
      return;
    }
    int[] units = units(chosen);
    int parts = newCount(units, chosen.length);
    int[] part = trees.split(units, parts, 1);
    if (part == null) {
      return;
    }
    int[] label = Arrays.copyOf(chosen, parts);
    if (parts > chosen.length) {
      label[parts - 1] = plan.free();
      if (label[parts - 1] == Graph.NONE) {
        return;
      }
    }
    int[] former = new int[units.length];
    double before = weights.cost(plan, grids);
    Weights.Standing standing = weights.standing(plan);
    for (int i = 0; i < units.length; i++) {
      former[i] = plan.gridOf(units[i]);
      plan.move(units[i], label[part[i]]);
    }
    if (taken(before, standing, heat)) {
      keep();
    } else {
      for (int i = 0; i < units.length; i++) {
        plan.move(units[i], former[i]);
      }
    }
  }

  /** Two grids that touch, now and then a third beside them. */
  private int[] chosenGrids() {
    int piece = random.nextInt(graph.size);
    int other = neighbour(piece);
    if (other == Graph.NONE) {
      return new int[0];
    }
    int one = plan.gridOf(piece);
    int two = plan.gridOf(other);
    if (random.nextInt(4) == 0) {
      int u = plan.first(two);
      for (int skip = random.nextInt(plan.pieces(two)); skip > 0; skip--) {
        u = plan.after(u);
      }
      int beyond = neighbour(u);
      if (beyond != Graph.NONE && plan.gridOf(beyond) != one) {
        return new int[] {one, two, plan.gridOf(beyond)};
      }
    }
    return new int[] {one, two};
  }

  private int[] units(int[] chosen) {
    int count = 0;
    for (int grid : chosen) {
      count += plan.pieces(grid);
    }
    int[] units = new int[count];
    int i = 0;
    for (int grid : chosen) {
      for (int u = plan.first(grid); u != Graph.NONE; u = plan.after(u)) {
        units[i++] = u;
      }
    }
    return units;
  }

  private int newCount(int[] units, int now) {
    long load = 0;
    for (int unit : units) {
      load += graph.load[unit];
    }
    int wanted = now;
    int dice = random.nextInt(6);
    if (dice == 0) {
      wanted = now + 1;
    } else if (dice == 1) {
      wanted = now - 1;
    }
    boolean better = plan.band.excess(load, wanted) <= plan.band.excess(load, now);
    return wanted >= 1 && wanted <= units.length && better ? wanted : now;
  }

  private boolean taken(double before, Weights.Standing standing, double heat) {
    double worse = weights.cost(plan, grids) - before;
    if (heat > 0) {
      return worse <= 0 || random.nextDouble() < Math.exp(-worse / heat);
    }
    int order = weights.standing(plan).compareTo(standing);
    return order < 0 || (order == 0 && worse <= 0);
  }

  private void keep() {
    if (plan.outOfBand() > bestStanding.outOfBand()) {
      return;
    }
    Weights.Standing standing = weights.standing(plan);
    if (standing.compareTo(bestStanding) < 0) {
      bestStanding = standing;
      best = plan.gridOf();
    }
  }
}
