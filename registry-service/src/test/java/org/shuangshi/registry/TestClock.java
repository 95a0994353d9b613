package org.shuangshi.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The real time, moved on at will. */
public final class TestClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant held;

  /** From now on time stands still and passes at will alone. */
  public void hold() {
    held = Instant.now();
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Zoned(this, zone);
  }

  @Override
  public Instant instant() {
    Instant now = held;
    return (now == null ? Instant.now() : now).plus(ahead);
  }

  private static final class Zoned extends Clock {
    private final Clock base;
    private final ZoneId zone;

    Zoned(Clock base, ZoneId zone) {
      this.base = base;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Zoned(base, other);
    }

    @Override
    public Instant instant() {
      return base.instant();
    }
  }
}
