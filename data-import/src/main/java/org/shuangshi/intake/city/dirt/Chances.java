package org.shuangshi.intake.city.dirt;

import java.util.Random;

/**
 * Throws of the faults alone: {@link Random} is specified to the bit, and not what the city is
 * drawn with, so that a city with dirt is the city without, but for the spoilt rows.
 */
final class Chances {
  private final Random random;

  Chances(long seed, String kind) {
    random = new Random(seed * 31 + kind.hashCode());
  }

  boolean hit(double probability) {
    return random.nextDouble() < probability;
  }

  /** In [0, most). */
  int below(int most) {
    return random.nextInt(most);
  }
}
