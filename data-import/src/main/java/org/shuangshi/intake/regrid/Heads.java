package org.shuangshi.intake.regrid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Of each thing the row its chain begins with. Numbers of things come one after the other, as a
 * rule, and are asked in that order: leaves of 64 of them, the last one at hand. A hash of each
 * number read memory all over for every row.
 */
final class Heads {
  static final int NONE = -1;

  private static final int BITS = 6;

  private final Map<Long, int[]> leaves = new HashMap<>();
  private long last = Long.MIN_VALUE; // no leaf has this number
  private int[] leaf = {};
  private int things;

  /** How many things have a row. */
  int things() {
    return things;
  }

  /** The first row of a thing; {@link #NONE}. */
  int of(long thing) {
    long number = thing >> BITS;
    if (number != last) {
      int[] found = leaves.get(number);
      if (found == null) {
        return NONE;
      }
      last = number;
      leaf = found;
    }
    return leaf[place(thing)];
  }

  /** Puts a row first; answers what was first before. */
  int put(long thing, int row) {
    long number = thing >> BITS;
    if (number != last) {
      last = number;
      leaf = leaves.computeIfAbsent(number, n -> leafOfNone());
    }
    int before = leaf[place(thing)];
    leaf[place(thing)] = row;
    if (before == NONE) {
      things++;
    }
    return before;
  }

  private static int place(long thing) {
    return (int) thing & ((1 << BITS) - 1);
  }

  private static int[] leafOfNone() {
    int[] leaf = new int[1 << BITS];
    Arrays.fill(leaf, NONE);
    return leaf;
  }
}
