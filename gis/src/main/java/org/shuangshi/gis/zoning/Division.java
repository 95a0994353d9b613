package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes grids of ground, as many as the band asks for. */
final class Division {

  private static final int FEW_UNITS = 64;
  private static final int ROUNDS_OF_FEW = 30;

  private final Graph units;
  private final Band band;
  private final boolean[] fixed;
  private final int[] start;
  private final int firstGrid;
  private final SplittableRandom random;
  private final List<int[]> parts = new ArrayList<>();
  private final List<Outcome.Finding> findings = new ArrayList<>();

  private Division(Graph units, Band band, int[] locked, SplittableRandom random) {
    this.units = units;
    this.band = band;
    this.random = random;
    fixed = new boolean[units.size];
    start = locked.clone();
    int next = Graph.count(locked);
    for (int u = 0; u < units.size; u++) {
      if (locked[u] == Graph.NONE && units.load[u] > band.most()) {
        start[u] = next++;
      }
      fixed[u] = start[u] != Graph.NONE;
    }
    firstGrid = next;
    part(locked);
  }

  /**
   * A plan.
   *
   * @param locked for each atom the number of its locked grid, NONE for free ground; locked grids
   *     keep their numbers
   */
  static Outcome of(Graph atoms, Rules rules, int[] locked, Progress.Part progress) {
    Units joined = Units.of(atoms, rules.mayCut(atoms), locked);
    int[] lockedUnits = new int[joined.graph.size];
    for (int u = 0; u < atoms.size; u++) {
      lockedUnits[joined.unitOf[u]] = locked[u];
    }
    SplittableRandom random = new SplittableRandom(rules.seed());
    Division division = new Division(joined.graph, rules.band(), lockedUnits, random);
    int[] plan = division.best(progress);
    return new Outcome(joined.atoms(plan), joined.atoms(division.findings));
  }

  /** The free ground as connected parts, each with a verdict on whether it can be divided. */
  private void part(int[] locked) {
    boolean[] free = new boolean[units.size];
    for (int u = 0; u < free.length; u++) {
      free[u] = !fixed[u];
    }
    int[] partOf = units.parts(free);
    int count = Graph.count(partOf);
    for (int p = 0; p < count; p++) {
      int number = p;
      int[] part = IntStream.range(0, units.size).filter(u -> partOf[u] == number).toArray();
      long load = load(part);
      int giant = load == 0 ? beside(part, locked) : Graph.NONE;
      if (giant != Graph.NONE) {
        // ground without households around a grid of one building is that grid's
        for (int u : part) {
          start[u] = giant;
          fixed[u] = true;
        }
        continue;
      }
      parts.add(part);
      if (band.excess(load, band.gridsFor(load)) > 0) {
        Reason reason = load < band.least() ? Reason.PART_TOO_SMALL : Reason.PART_UNEVEN;
        findings.add(new Outcome.Finding(reason, part[0], load));
      }
    }
  }

  /** The grid of a building above the band that touches some ground, or NONE. */
  private int beside(int[] part, int[] locked) {
    for (int u : part) {
      for (int e = units.first[u]; e < units.first[u + 1]; e++) {
        int v = units.to[e];
        if (units.open[e] && locked[v] == Graph.NONE && units.load[v] > band.most()) {
          return start[v];
        }
      }
    }
    return Graph.NONE;
  }

  private long load(int[] pieces) {
    return Arrays.stream(pieces).mapToLong(u -> units.load[u]).sum();
  }

  private int[] best(Progress.Part progress) {
    int rounds = units.size <= FEW_UNITS ? ROUNDS_OF_FEW : 1;
    int[] best = start;
    Weights.Standing standing = null;
    for (int round = 0; round < rounds; round++) {
      Progress.Part part = progress.part(round / (double) rounds, (round + 1) / (double) rounds);
      Partition plan = new Partition(units, band, drawn(round));
      Search search = new Search(plan, weights(round), fixed, random);
      int steps = Math.min(2_500_000, 3000 + 250 * units.size);
      search.run(steps, 60, 60, 1, part.part(0, 0.8));
      search.restart();
      search.run(steps / 4, 60, 0, 0, part.part(0.8, 1));
      if (standing == null || search.bestStanding().compareTo(standing) < 0) {
        standing = search.bestStanding();
        best = search.best();
      }
    }
    return best;
  }

  /**
   * The way into the band leads over plans that are nearer to it. Where there is no way in, only
   * the number of grids out of it counts, so every other round does without.
   */
  private static Weights weights(int round) {
    return round / 3 % 2 == 0 ? Weights.DIVIDING : Weights.DIVIDING_ANYHOW;
  }

  /** A first plan; rounds after the first try one grid more, and one less. */
  private int[] drawn(int round) {
    int[] plan = start.clone();
    int next = firstGrid;
    Trees trees = new Trees(units, band, random);
    for (int[] part : parts) {
      int wanted = band.gridsFor(load(part)) + (round % 3 == 2 ? -1 : round % 3);
      int grids = Math.max(1, Math.min(part.length, wanted));
      int[] of = trees.split(part, grids, part.length > FEW_UNITS ? 6 : 2);
      if (of == null) {
        throw new IllegalStateException("a part of the ground is in pieces");
      }
      for (int i = 0; i < part.length; i++) {
        plan[part[i]] = next + of[i];
      }
      next += grids;
    }
    return plan;
  }
}
