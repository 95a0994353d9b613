package org.shuangshi.intake.city.dirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last sound rows of a table, and the doors of the tables before. */
final class Memory {
  private static final int ROWS = 40;

  private final Deque<DirtyRow> rows = new ArrayDeque<>();
  private final Doors doors;

  Memory(Doors doors) {
    this.doors = doors;
  }

  Doors doors() {
    return doors;
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
