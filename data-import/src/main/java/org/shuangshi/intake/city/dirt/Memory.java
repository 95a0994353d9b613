package org.shuangshi.intake.city.dirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last sound rows of a table. */
final class Memory {
  private static final int ROWS = 40;

  private final Homes homes;
  private final Deque<DirtyRow> rows = new ArrayDeque<>();

  Memory(Homes homes) {
    this.homes = homes;
  }

  /** Those of all tables. */
  Homes homes() {
    return homes;
  }

  void keep(DirtyRow row) {
    rows.addFirst(row);
    if (rows.size() > ROWS) {
      rows.removeLast();
    }
  }

  /** The newest that fits. */
  @Nullable DirtyRow find(Predicate<DirtyRow> fits) {
    for (DirtyRow row : rows) {
      if (fits.test(row)) {
        return row;
      }
    }
    return null;
  }

  @Nullable DirtyRow last() {
    return rows.peekFirst();
  }
}
