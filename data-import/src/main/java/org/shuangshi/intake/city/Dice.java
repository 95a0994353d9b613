package org.shuangshi.intake.city;

import java.util.List;

/**
 * A stream of chances (SplitMix64, Steele et al. 2014). Every purpose and every thing has a stream
 * of its own, so that one more throw for a house does not move the next house.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream of one purpose for one thing. */
  static Dice of(long seed, String purpose, long index) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001b3L;
    }
    return new Dice(mix(mix(seed + GOLDEN) ^ hash) + mix(index * GOLDEN + 1));
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** In [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Both ends included. */
  int whole(int low, int high) {
    return low + (int) (unit() * (high - low + 1));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** In (-1, 1), most near 0. */
  double bell() {
    return (unit() + unit() + unit()) / 1.5 - 1;
  }

  <T> T pick(List<T> list) {
    return list.get(whole(0, list.size() - 1));
  }

  /** Index of a weight, as likely as it is heavy. */
  int weighted(double... weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    double left = unit() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
