package org.shuangshi.registry.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many requests a second for each key, saved up to a burst: a bucket that drips full. Kept in
 * this process; of the keys not asked for longest ago the oldest are forgotten, which fills their
 * bucket.
 */
final class Allowance {
  private static final int MOST_KEYS = 20_000;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEYS;
        }
      };

  private static final class Bucket {
    private double left;
    private long at;
  }

  /**
   * @param perSecond requests a second in the long run; 0: as many as come
   * @param seconds of them that may come at once
   */
  Allowance(int perSecond, int seconds, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.burst = (double) perSecond * seconds;
    this.nanos = nanos;
  }

  /** Takes one; answers 0, or after how many seconds there will be another. */
  synchronized long take(String key) {
    if (perSecond == 0) {
      return 0;
    }
    long now = nanos.getAsLong();
    Bucket bucket = buckets.get(key);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.left = burst;
      bucket.at = now;
      buckets.put(key, bucket);
    }
    bucket.left = Math.min(burst, bucket.left + (now - bucket.at) / NANOS * perSecond);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.left--;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - bucket.left) / perSecond));
  }
}
