package org.shuangshi.intake.city;

/** An outline in metres, turning left, without the closing vertex. */
final class Shape {
  private final double[] xs;
  private final double[] ys;

  /**
   * @param xs east; not copied
   * @param ys north; not copied
   */
  Shape(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }

  /** Where and how a thing stands: its middle, and the direction of its long side. */
  record Stand(double x, double y, double cos, double sin) {

    /** The point u metres along the long side and v metres to its left. */
    double[] at(double u, double v) {
      return new double[] {x + u * cos - v * sin, y + u * sin + v * cos};
    }

    Stand moved(double u, double v) {
      double[] to = at(u, v);
      return new Stand(to[0], to[1], cos, sin);
    }

    /** Turned by a small angle, radians. */
    Stand turned(double angle) {
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      return new Stand(x, y, cos * c - sin * s, sin * c + cos * s);
    }

    /** Turned a quarter to the left. */
    Stand quarter() {
      return new Stand(x, y, -sin, cos);
    }
  }

  /** An outline by corners u, v in the stand's frame. */
  static Shape of(Stand stand, double... corners) {
    double[] xs = new double[corners.length / 2];
    double[] ys = new double[corners.length / 2];
    for (int i = 0; i < xs.length; i++) {
      double[] at = stand.at(corners[2 * i], corners[2 * i + 1]);
      xs[i] = at[0];
      ys[i] = at[1];
    }
    return new Shape(xs, ys);
  }

  static Shape box(Stand stand, double length, double depth) {
    double l = length / 2;
    double d = depth / 2;
    return of(stand, -l, -d, l, -d, l, d, -l, d);
  }

  /**
   * A slab whose stairs stand out at the back, one for each entrance. Vertices 1 and 2 are the
   * south and north ends of the east gable, the last one is the north end of the west gable.
   */
  static Shape slab(Stand stand, double length, double depth, int stairs, double bump) {
    double l = length / 2;
    double d = depth / 2;
    double[] corners = new double[8 + 8 * stairs];
    double[] first = {-l, -d, l, -d, l, d};
    System.arraycopy(first, 0, corners, 0, 6);
    int at = 6;
    for (int i = stairs - 1; i >= 0; i--) {
      double middle = -l + length * (i + 0.5) / stairs;
      double[] stair = {
        middle + 1.5, d, middle + 1.5, d + bump, middle - 1.5, d + bump, middle - 1.5, d
      };
      System.arraycopy(stair, 0, corners, at, 8);
      at += 8;
    }
    corners[at] = -l;
    corners[at + 1] = d;
    return of(stand, corners);
  }

  /** A tower: wings to the sides, notches at the corners, a lobby to the north. */
  static Shape tower(Stand stand, double length, double depth, int form) {
    double l = length / 2;
    double d = depth / 2;
    double a = length * 0.30;
    double n = depth * 0.22;
    return switch (form) {
      case 0 -> // cross
          of(
              stand, -a, -d, a, -d, a, -d + n, l, -d + n, l, d - n, a, d - n, a, d, -a, d, -a,
              d - n, -l, d - n, -l, -d + n, -a, -d + n);
      case 1 -> // butterfly: two flats forward, lift hall back
          of(
              stand, -l, -d, -l / 5, -d, -l / 5, -d + n, l / 5, -d + n, l / 5, -d, l, -d, l, d - n,
              a, d - n, a, d, -a, d, -a, d - n, -l, d - n);
      default -> // plain, with a recess in the middle of the south
          of(stand, -l, -d, -2, -d, -2, -d + 2.4, 2, -d + 2.4, 2, -d, l, -d, l, d, -l, d);
    };
  }

  static Shape corner(Stand stand, double length, double depth, double wing, boolean east) {
    double l = length / 2;
    double d = depth / 2;
    return east
        ? of(stand, -l, -d, l, -d, l, d, l - wing, d, l - wing, -d + wing, -l, -d + wing)
        : of(stand, -l, -d, l, -d, l, -d + wing, -l + wing, -d + wing, -l + wing, d, -l, d);
  }

  static Shape court(Stand stand, double length, double depth, double wing) {
    double l = length / 2;
    double d = depth / 2;
    return of(
        stand, -l, -d, -l + wing, -d, -l + wing, d - wing, l - wing, d - wing, l - wing, -d, l, -d,
        l, d, -l, d);
  }

  /** A house with a piece missing at one corner. */
  static Shape notched(Stand stand, double length, double depth, double u, double v, int corner) {
    double l = length / 2;
    double d = depth / 2;
    return switch (corner) {
      case 0 -> of(stand, -l + u, -d, l, -d, l, d, -l, d, -l, -d + v, -l + u, -d + v);
      case 1 -> of(stand, -l, -d, l - u, -d, l - u, -d + v, l, -d + v, l, d, -l, d);
      case 2 -> of(stand, -l, -d, l, -d, l, d - v, l - u, d - v, l - u, d, -l, d);
      default -> of(stand, -l, -d, l, -d, l, d, -l + u, d, -l + u, d - v, -l, d - v);
    };
  }

  int size() {
    return xs.length;
  }

  double area() {
    return Plane.area(xs, ys);
  }

  double middleX() {
    double sum = 0;
    for (double x : xs) {
      sum += x;
    }
    return sum / xs.length;
  }

  double middleY() {
    double sum = 0;
    for (double y : ys) {
      sum += y;
    }
    return sum / ys.length;
  }

  /** Metres between two outlines; 0 where they touch or one lies in the other. */
  double distance(Shape other) {
    if (Plane.inside(xs, ys, other.xs[0], other.ys[0])
        || Plane.inside(other.xs, other.ys, xs[0], ys[0])) {
      return 0;
    }
    double least = Double.MAX_VALUE;
    for (int i = 0, h = xs.length - 1; i < xs.length; h = i++) {
      for (int j = 0, k = other.xs.length - 1; j < other.xs.length; k = j++) {
        least =
            Math.min(
                least,
                Plane.segments(
                    xs[h],
                    ys[h],
                    xs[i],
                    ys[i],
                    other.xs[k],
                    other.ys[k],
                    other.xs[j],
                    other.ys[j]));
      }
    }
    return least;
  }
}
