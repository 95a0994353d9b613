package org.shuangshi.intake.city;

/**
 * A rectangle of the flat frame between streets; above or below it may end at the river's
 * embankment instead.
 */
record Block(
    double west, double south, double east, double north, boolean riverAbove, boolean riverBelow) {

  double bottom(Fabric fabric, double x) {
    return riverBelow ? fabric.riverY(x) + fabric.embankment(x) : south;
  }

  double top(Fabric fabric, double x) {
    return riverAbove ? fabric.riverY(x) - fabric.embankment(x) : north;
  }

  /** The same, its river side set to where the embankment comes nearest. */
  Block fitted(Fabric fabric) {
    if (!riverAbove && !riverBelow) {
      return this;
    }
    double lowest = Double.MAX_VALUE;
    double highest = -Double.MAX_VALUE;
    for (int i = 0; i <= 12; i++) {
      double x = west + (east - west) * i / 12;
      lowest = Math.min(lowest, top(fabric, x));
      highest = Math.max(highest, bottom(fabric, x));
    }
    return new Block(
        west,
        riverBelow ? highest : south,
        east,
        riverAbove ? lowest : north,
        riverAbove,
        riverBelow);
  }

  double width() {
    return east - west;
  }

  double height() {
    return north - south;
  }

  double middleX() {
    return (west + east) / 2;
  }

  double middleY() {
    return (south + north) / 2;
  }

  double area() {
    return width() * height();
  }

  Block westOf(double x) {
    return new Block(west, south, x, north, riverAbove, riverBelow);
  }

  Block eastOf(double x) {
    return new Block(x, south, east, north, riverAbove, riverBelow);
  }

  Block below(double y) {
    return new Block(west, south, east, y, false, riverBelow);
  }

  Block above(double y) {
    return new Block(west, y, east, north, riverAbove, false);
  }
}
