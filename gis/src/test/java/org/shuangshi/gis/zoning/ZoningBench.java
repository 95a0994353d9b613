package org.shuangshi.gis.zoning;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Divides streets of 20,000 and 100,000 households and prints what it took and what came out. */
final class ZoningBench {

  private ZoningBench() {}

  public static void main(String[] words) {
    int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 3;
    for (int households : new int[] {20_000, 100_000}) {
      Street street = Street.of(households, households);
      for (int round = 0; round < rounds; round++) {
        divide(street, round);
      }
      hidden(street);
    }
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static void divide(Street street, int round) {
    double began = seconds();
    Atoms atoms = Atoms.of(street.ground(List.of()));
    double cut = seconds();
    Rules rules = Rules.of(Street.BAND, round);
    int[] free = new int[atoms.graph.size];
    Arrays.fill(free, Graph.NONE);
    Outcome outcome = Division.of(atoms.graph, rules, free, Progress.NONE.part(0, 1));
    double divided = seconds();
    Outlines.of(atoms, outcome.gridOf);
    double drawn = seconds();
    int[] all = new int[atoms.graph.size];
    Arrays.setAll(all, a -> a);
    double tree = seconds();
    new Trees(atoms.graph, Street.BAND, new SplittableRandom(round)).split(all, 2, 1);
    tree = seconds() - tree;
    System.out.printf(
        "%d 户 %d 栋 %d 块：共 %.2f 秒（切块 %.2f，划分 %.2f，边界 %.2f）；一棵生成树 %.4f 秒；%d 个网格，%s%n",
        street.households(),
        street.buildings.size(),
        atoms.graph.size,
        drawn - began,
        cut - began,
        divided - cut,
        drawn - divided,
        tree,
        Graph.count(outcome.gridOf),
        Score.of(atoms.graph, outcome.gridOf, Street.BAND));
  }

  private static void hidden(Street street) {
    Atoms atoms = Atoms.of(street.ground(street.hidden));
    System.out.printf(
        "原方案：%d 个网格，%s%n",
        street.hidden.size(), Score.of(atoms.graph, atoms.graph.former, Street.BAND));
  }
}
