package org.shuangshi.gis.mesh;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place on the lattice of 1e-8 degrees, counted in its steps: x east, y north.
 *
 * <p>Within a mesh differences stay below {@link #REACH}, so that the products of predicates fit a
 * long and are exact.
 */
public record Step(long x, long y) implements Comparable<Step> {

  /** Ten degrees: a product of two differences is at most 1e18, a sum of two fits a long. */
  static final long REACH = 1_000_000_000L;

  static final double PER_DEGREE = 1e8;

  /** A place on a line rounded to the lattice is at most 0.71 steps off the line. */
  static final double ROUNDING = 1;

  /** The place of the lattice nearest to a coordinate in degrees. */
  public static Step of(Coordinate degrees) {
    return new Step(Math.round(degrees.x * PER_DEGREE), Math.round(degrees.y * PER_DEGREE));
  }

  /** In degrees, the double nearest to the decimal with eight places. */
  public Coordinate degrees() {
    return new Coordinate(x / PER_DEGREE, y / PER_DEGREE);
  }

  /** Greater than 0 where c lies left of a→b, 0 on the line; twice the area of the triangle. */
  static long turn(Step a, Step b, Step c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }

  /** Distance to the segment a–b in steps. */
  double distance(Step a, Step b) {
    long dx = b.x - a.x;
    long dy = b.y - a.y;
    long along = (x - a.x) * dx + (y - a.y) * dy;
    if (along <= 0) {
      return distance(a);
    }
    long back = (x - b.x) * dx + (y - b.y) * dy;
    return back >= 0
        ? distance(b)
        : (double) Math.abs(turn(a, b, this)) / Math.hypot((double) dx, (double) dy);
  }

  /** Share of a→b behind the place of the segment that is nearest, 0 to 1. */
  double along(Step a, Step b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double length = dx * dx + dy * dy;
    double along = ((x - a.x) * dx + (y - a.y) * dy) / length;
    return length == 0 ? 0 : Math.min(1, Math.max(0, along));
  }

  /** The step nearest to a place on a–b. */
  static Step between(Step a, Step b, double along) {
    return new Step(a.x + Math.round(along * (b.x - a.x)), a.y + Math.round(along * (b.y - a.y)));
  }

  double distance(Step other) {
    return Math.hypot((double) (x - other.x), (double) (y - other.y));
  }

  @Override
  public int compareTo(Step other) {
    return x != other.x ? Long.compare(x, other.x) : Long.compare(y, other.y);
  }

  /** Written out, as is the hash: reading a city asks for them millions of times. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Step step && step.x == x && step.y == y;
  }

  @Override
  public int hashCode() {
    long mixed = (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL);
    return (int) (mixed ^ (mixed >>> 32));
  }
}
