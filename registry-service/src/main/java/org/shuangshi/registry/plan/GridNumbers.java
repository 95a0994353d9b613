package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Codes of the grids of a plan. A grid that stays itself keeps its number; the new ones of a
 * community are counted from north to south in rows, west to east in each, and get numbers nobody
 * ever had: people say the number. Where there are too few, those of grids that are no more are
 * given again; a code says whose it was on a day.
 */
final class GridNumbers {
  static final int LARGEST = 999;

  private GridNumbers() {}

  /**
   * By id of a grid in the document its code.
   *
   * @param known by code of a community the numbers grids of it have or ever had
   */
  static Map<Long, String> of(List<DrawnGrid> grids, Map<String, Set<Integer>> known) {
    Map<Long, String> codes = new HashMap<>();
    Map<String, List<DrawnGrid>> fresh = new HashMap<>();
    Map<String, Set<Integer>> taken = new HashMap<>();
    for (DrawnGrid grid : grids) {
      String community = grid.community().code();
      if (grid.before() == null) {
        fresh.computeIfAbsent(community, code -> new ArrayList<>()).add(grid);
      } else {
        codes.put(grid.id(), grid.before().code());
        taken
            .computeIfAbsent(community, code -> new HashSet<>())
            .add(Integer.parseInt(grid.before().code().substring(community.length())));
      }
    }
    fresh.forEach(
        (community, some) -> {
          Set<Integer> used = taken.computeIfAbsent(community, code -> new HashSet<>());
          Set<Integer> ever = known.getOrDefault(community, Set.of());
          for (DrawnGrid grid : inOrder(some)) {
            int number = free(used, ever);
            used.add(number);
            codes.put(grid.id(), community + String.format(Locale.ROOT, "%03d", number));
          }
        });
    return codes;
  }

  private static int free(Set<Integer> used, Set<Integer> ever) {
    for (Set<Integer> avoided : List.of(ever, Set.<Integer>of())) {
      for (int number = 1; number <= LARGEST; number++) {
        if (!used.contains(number) && !avoided.contains(number)) {
          return number;
        }
      }
    }
    throw Refusal.of(Refusal.Kind.CONFLICT, "grid.count", "社区的网格超过 " + LARGEST + " 个，没有编号可用");
  }

  /** As one reads: rows as high as grids are on average. */
  private static List<DrawnGrid> inOrder(List<DrawnGrid> grids) {
    Envelope all = new Envelope();
    double heights = 0;
    for (DrawnGrid grid : grids) {
      all.expandToInclude(grid.area().getEnvelopeInternal());
      heights += grid.area().getEnvelopeInternal().getHeight();
    }
    double row = heights / grids.size();
    return grids.stream()
        .sorted(
            Comparator.<DrawnGrid>comparingInt(
                    grid -> (int) ((all.getMaxY() - centre(grid).getY()) / row))
                .thenComparingDouble(grid -> centre(grid).getX())
                .thenComparingLong(DrawnGrid::id))
        .toList();
  }

  private static Point centre(DrawnGrid grid) {
    return grid.area().getCentroid();
  }
}
