package org.shuangshi.intake.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days [from, to) of Asia/Shanghai; {@code to} null: no end known. Never empty. */
public record Days(LocalDate from, @Nullable LocalDate to) {

  public Days {
    if (to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("no day from " + from + " to " + to);
    }
  }

  public static Days since(LocalDate from) {
    return new Days(from, null);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && isBefore(day, to);
  }

  public boolean overlaps(Days other) {
    return isBefore(from, other.to) && isBefore(other.from, to);
  }

  /** The days of both; only of periods that overlap. */
  public Days shared(Days other) {
    return new Days(from.isAfter(other.from) ? from : other.from, earlier(to, other.to));
  }

  /** Those before a day; only where it begins before that day. */
  Days before(LocalDate day) {
    return new Days(from, earlier(to, day));
  }

  /** The days from a day on; null where it has ended by then. */
  @Nullable Days from(@Nullable LocalDate day) {
    if (day == null || !isBefore(day, to)) {
      return null;
    }
    return from.isAfter(day) ? this : new Days(day, to);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && isBefore(one, other) ? one : other;
  }

  /** Whether the day comes before the end; null is no end. */
  private static boolean isBefore(LocalDate day, @Nullable LocalDate end) {
    return end == null || day.isBefore(end);
  }
}
