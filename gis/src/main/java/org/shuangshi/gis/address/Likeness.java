package org.shuangshi.gis.address;

import java.util.HashMap;
import java.util.Map;

/**
 * How much two texts of addresses are alike: the share of the pairs of neighbouring characters they
 * have in common (Dice), of both as {@link Writing#near} writes them.
 *
 * <pre>{@code
 * Likeness.of("解放路12号3栋502", "解放路１２号3幢502室")  // 0.95
 * }</pre>
 *
 * <p>Not known: what a character means. 3幢 and 8幢 of one long address are alike, so likeness alone
 * says nothing of who lives there.
 */
public final class Likeness {

  /** From here on two texts are taken to speak of one place. */
  public static final double SIMILAR = 0.8;

  private Likeness() {}

  /** 0 (no pair in common) to 1 (the same pairs); of a text shorter than two characters 0. */
  public static double of(String one, String other) {
    String left = Writing.near(one);
    String right = Writing.near(other);
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 2 <= left.length(); i++) {
      pairs.merge(left.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 2 <= right.length(); i++) {
      Integer rest = pairs.computeIfPresent(right.substring(i, i + 2), (pair, n) -> n - 1);
      if (rest != null && rest >= 0) {
        common++;
      }
    }
    int all = Math.max(0, left.length() - 1) + Math.max(0, right.length() - 1);
    return all == 0 ? 0 : 2.0 * common / all;
  }
}
