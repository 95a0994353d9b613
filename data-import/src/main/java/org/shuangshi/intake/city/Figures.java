package org.shuangshi.intake.city;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What was generated, in numbers. */
public final class Figures {
  final Map<Life, Integer> lives = new EnumMap<>(Life.class);

  /** People living here by age in steps of five years. */
  final int[] ages = new int[24];

  int buildings;
  int units;
  int homes;
  int households;
  int people;
  int living;
  int floating;
  int organisations;
  int streets;
  int communities;
  int grids;
  int townGrids;
  int townGridsInBand;
  int hamlets;
  int hamletsInBand;

  Figures() {}

  void life(Life life) {
    lives.merge(life, 1, Integer::sum);
  }

  private int count(Life... which) {
    return Arrays.stream(which).mapToInt(life -> lives.getOrDefault(life, 0)).sum();
  }

  int occupied() {
    return count(
        Life.OWNERS, Life.TWO_FAMILIES, Life.TENANTS, Life.LODGERS, Life.DORMITORY, Life.BUSINESS);
  }

  int seenEmpty() {
    return count(Life.SEEN_EMPTY);
  }

  int unlinked() {
    return count(Life.UNLINKED);
  }

  int unvisited() {
    return count(Life.UNVISITED);
  }

  /** Share of people living here in an age range, both ends included. */
  double share(int from, int below) {
    int sum = 0;
    for (int i = from / 5; i < Math.min(ages.length, below / 5); i++) {
      sum += ages[i];
    }
    return living == 0 ? 0 : (double) sum / living;
  }

  private static String percent(double part, double whole) {
    return whole == 0 ? "—" : String.format(java.util.Locale.ROOT, "%.1f%%", 100 * part / whole);
  }

  /** The summary people read. */
  public String text() {
    int asked = occupied() + seenEmpty() + unlinked() + unvisited();
    return """
        楼栋 %d，户室 %d（其中住宅 %d），户 %d，人口记录 %d（实际居住 %d，其中流动 %s），单位 %d
        街道/镇 %d，社区/村 %d，网格 %d：城区网格 %d，住户 300–500 的占 %s；村组网格 %d，住户 50–150 的占 %s
        居住状态：有人 %s，核实空置 %s，未关联 %s，未走访 %s
        年龄：0–14 岁 %s，15–59 岁 %s，60 岁以上 %s"""
        .formatted(
            buildings,
            units,
            homes,
            households,
            people,
            living,
            percent(floating, living),
            organisations,
            streets,
            communities,
            grids,
            townGrids,
            percent(townGridsInBand, townGrids),
            hamlets,
            percent(hamletsInBand, hamlets),
            percent(occupied(), asked),
            percent(seenEmpty(), asked),
            percent(unlinked(), asked),
            percent(unvisited(), asked),
            percent(share(0, 15), 1),
            percent(share(15, 60), 1),
            percent(share(60, 120), 1));
  }
}
