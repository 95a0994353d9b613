package org.shuangshi.intake.city;

/** A line in metres with the distance along it. */
final class Track {
  private final double[] xs;
  private final double[] ys;

  /**
   * @param xs east; not copied
   * @param ys north; not copied
   */
  Track(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }

  int size() {
    return xs.length;
  }

  double length() {
    double sum = 0;
    for (int i = 1; i < xs.length; i++) {
      sum += Plane.distance(xs[i - 1], ys[i - 1], xs[i], ys[i]);
    }
    return sum;
  }

  /** Where a point meets the line: metres along it, metres beside it (left positive). */
  double[] project(double x, double y) {
    double best = Double.MAX_VALUE;
    double along = 0;
    double beside = 0;
    double before = 0;
    for (int i = 1; i < xs.length; i++) {
      double dx = xs[i] - xs[i - 1];
      double dy = ys[i] - ys[i - 1];
      double square = dx * dx + dy * dy;
      double length = Math.sqrt(square);
      double t = square == 0 ? 0 : ((x - xs[i - 1]) * dx + (y - ys[i - 1]) * dy) / square;
      t = Math.max(0, Math.min(1, t));
      double away = Plane.distance(x, y, xs[i - 1] + t * dx, ys[i - 1] + t * dy);
      if (away < best) {
        best = away;
        along = before + t * length;
        double cross = dx * (y - ys[i - 1]) - dy * (x - xs[i - 1]);
        beside = cross >= 0 ? away : -away;
      }
      before += length;
    }
    return new double[] {along, beside};
  }

  /** The point some metres along, and the direction there: x, y, dx, dy. */
  double[] at(double along) {
    double left = along;
    for (int i = 1; i < xs.length; i++) {
      double length = Plane.distance(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      if (left <= length || i == xs.length - 1) {
        double t = length == 0 ? 0 : Math.min(1, left / length);
        double dx = xs[i] - xs[i - 1];
        double dy = ys[i] - ys[i - 1];
        return new double[] {xs[i - 1] + t * dx, ys[i - 1] + t * dy, dx / length, dy / length};
      }
      left -= length;
    }
    throw new IllegalStateException("a track has two points");
  }
}
