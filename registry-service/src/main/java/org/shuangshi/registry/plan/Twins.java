package org.shuangshi.registry.plan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.shuangshi.registry.plan.Layout.Cell;

/**
 * Which grid of one layout is which of another. A grid of the register is itself; new grids of two
 * plans have numbers that each editor gave by itself, and are one where most of the ground of both
 * is the same.
 */
final class Twins {
  private static final double MOST = 0.5;

  private final Map<Long, Cell> afterByBefore = new HashMap<>();
  private final Map<Long, Cell> beforeByAfter = new HashMap<>();

  private Twins() {}

  static Twins of(Layout before, Layout after) {
    Twins twins = new Twins();
    STRtree fresh = new STRtree();
    for (Cell cell : after.cells().values()) {
      Cell same = before.cells().get(cell.id());
      if (cell.isNew()) {
        fresh.insert(cell.area().getEnvelopeInternal(), cell);
      } else if (same != null) {
        twins.put(same, cell);
      }
    }
    for (Cell old : before.cells().values()) {
      if (old.isNew()) {
        Envelope box = old.area().getEnvelopeInternal();
        for (Object each : fresh.query(box)) {
          if (areMostlyOne(old.area(), ((Cell) each).area())) {
            twins.put(old, (Cell) each);
          }
        }
      }
    }
    return twins;
  }

  // more than half of both: no other can be
  private static boolean areMostlyOne(Geometry one, Geometry other) {
    return one.intersection(other).getArea() > MOST * Math.max(one.getArea(), other.getArea());
  }

  private void put(Cell before, Cell after) {
    afterByBefore.put(before.id(), after);
    beforeByAfter.put(after.id(), before);
  }

  @Nullable Cell after(Cell before) {
    return afterByBefore.get(before.id());
  }

  @Nullable Cell before(Cell after) {
    return beforeByAfter.get(after.id());
  }

  /** Whether both are the same grid, or none. */
  boolean areOne(@Nullable Cell before, @Nullable Cell after) {
    return before == null ? after == null : after != null && after.equals(after(before));
  }
}
