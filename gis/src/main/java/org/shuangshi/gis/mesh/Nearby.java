package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps by place, to find the nearest within a reach. */
final class Nearby {

  private final long cell;
  private final Map<Step, List<Step>> cells = new HashMap<>();

  /**
   * @param reach the farthest that will be asked for
   */
  Nearby(double reach) {
    cell = (long) Math.ceil(reach) + 1;
  }

  void add(Step step) {
    cells.computeIfAbsent(cell(step.x(), step.y()), c -> new ArrayList<>(2)).add(step);
  }

  private Step cell(long x, long y) {
    return new Step(Math.floorDiv(x, cell), Math.floorDiv(y, cell));
  }

  /** The nearest that is nearer than the reach. */
  @Nullable Step nearest(Step to, double reach) {
    Step nearest = null;
    double least = reach;
    Step middle = cell(to.x(), to.y());
    for (long x = middle.x() - 1; x <= middle.x() + 1; x++) {
      for (long y = middle.y() - 1; y <= middle.y() + 1; y++) {
        for (Step step : cells.getOrDefault(new Step(x, y), List.of())) {
          double distance = step.distance(to);
          if (distance < least) {
            least = distance;
            nearest = step;
          }
        }
      }
    }
    return nearest;
  }
}
