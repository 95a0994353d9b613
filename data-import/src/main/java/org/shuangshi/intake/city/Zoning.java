package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Gives every block of the town its use: shops and offices in the middle, the old town beside it,
 * works downwind, schools and parks spread out, homes elsewhere, newer towards the edge.
 */
final class Zoning {
  private final CityPlan plan;
  private final List<Block> blocks;
  private final Use[] uses;

  private Zoning(CityPlan plan, List<Block> blocks) {
    this.plan = plan;
    this.blocks = blocks;
    this.uses = new Use[blocks.size()];
  }

  static List<Use> of(CityPlan plan, List<Block> blocks) {
    Zoning zoning = new Zoning(plan, blocks);
    zoning.assign();
    return Arrays.asList(zoning.uses);
  }

  private void assign() {
    int n = blocks.size();
    List<Integer> inward = order(i -> far(i) + jitter(i, 120));
    take(inward, Use.MALL, Math.max(1, n / 110));
    take(inward, Use.OFFICES, Math.max(1, n / 30));
    take(inward, Use.GOVERNMENT, Math.max(1, n / 160));
    take(inward, Use.OLD_TOWN, Math.max(2, n * 13 / 100));
    take(inward, Use.MARKET, Math.max(1, n / 60));
    List<Integer> downwind = order(i -> -blocks.get(i).middleX() + jitter(i, 200));
    take(downwind, Use.FACTORY, Math.max(1, n * 8 / 100));
    take(downwind, Use.URBAN_VILLAGE, Math.max(1, n * 6 / 100));
    List<Integer> byRiver = order(i -> (touchesRiver(i) ? 0 : 900) + far(i) + jitter(i, 150));
    take(byRiver, Use.PARK, Math.max(1, n / 24));
    spread(Use.SCHOOL, Math.max(1, n / 15));
    spread(Use.HOSPITAL, Math.max(1, n / 70));
    for (int i : inward) {
      if (uses[i] == null) {
        double outward = (double) inward.indexOf(i) / n;
        boolean towers = plan.dice("homes", i).chance(0.18 + 0.35 * outward);
        uses[i] = towers ? Use.TOWERS : Use.SLABS;
      }
    }
  }

  private interface Score {
    double of(int block);
  }

  private List<Integer> order(Score score) {
    double[] scores = new double[blocks.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score.of(i);
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> scores[i]));
    return order;
  }

  private double far(int i) {
    Block block = blocks.get(i);
    return Plane.distance(0, 0, block.middleX(), block.middleY());
  }

  private double jitter(int i, double metres) {
    return plan.dice("zoning", i).bell() * metres;
  }

  private boolean touchesRiver(int i) {
    return blocks.get(i).riverAbove() || blocks.get(i).riverBelow();
  }

  private void take(List<Integer> order, Use use, int count) {
    int left = count;
    for (int i : order) {
      if (left > 0 && uses[i] == null) {
        uses[i] = use;
        left--;
      }
    }
  }

  /** Each as far from those before it as a few throws allow. */
  private void spread(Use use, int count) {
    List<Integer> placed = new ArrayList<>();
    Dice dice = plan.dice("spread " + use, 0);
    for (int k = 0; k < count; k++) {
      int best = -1;
      double farthest = -1;
      for (int tries = 0; tries < 12; tries++) {
        int i = dice.whole(0, blocks.size() - 1);
        double nearest = 5000;
        for (int other : placed) {
          Block a = blocks.get(i);
          Block b = blocks.get(other);
          nearest =
              Math.min(nearest, Plane.distance(a.middleX(), a.middleY(), b.middleX(), b.middleY()));
        }
        if (uses[i] == null && nearest > farthest) {
          farthest = nearest;
          best = i;
        }
      }
      if (best >= 0) {
        uses[best] = use;
        placed.add(best);
      }
    }
  }
}
