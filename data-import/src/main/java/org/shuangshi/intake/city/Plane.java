package org.shuangshi.intake.city;

/**
 * Plane geometry in metres with nothing but sums and square roots, which every machine rounds
 * alike.
 */
final class Plane {
  private Plane() {}

  static double distance(double ax, double ay, double bx, double by) {
    double dx = ax - bx;
    double dy = ay - by;
    return Math.sqrt(dx * dx + dy * dy);
  }

  static double toSegment(double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
    t = Math.max(0, Math.min(1, t));
    return distance(px, py, ax + t * dx, ay + t * dy);
  }

  static double segments(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    if (cross(ax, ay, bx, by, cx, cy) * cross(ax, ay, bx, by, dx, dy) < 0
        && cross(cx, cy, dx, dy, ax, ay) * cross(cx, cy, dx, dy, bx, by) < 0) {
      return 0;
    }
    double first = Math.min(toSegment(ax, ay, cx, cy, dx, dy), toSegment(bx, by, cx, cy, dx, dy));
    double second = Math.min(toSegment(cx, cy, ax, ay, bx, by), toSegment(dx, dy, ax, ay, bx, by));
    return Math.min(first, second);
  }

  /** Twice the area of the triangle, positive where c lies left of a → b. */
  static double cross(double ax, double ay, double bx, double by, double cx, double cy) {
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  }

  static boolean inside(double[] xs, double[] ys, double x, double y) {
    boolean in = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if ((ys[i] > y) != (ys[j] > y)
          && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
        in = !in;
      }
    }
    return in;
  }

  /** Signed, positive for a ring that turns left. */
  static double area(double[] xs, double[] ys) {
    double sum = 0;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      sum += xs[j] * ys[i] - xs[i] * ys[j];
    }
    return sum / 2;
  }
}
