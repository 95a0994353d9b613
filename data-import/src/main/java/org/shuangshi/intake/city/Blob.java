package org.shuangshi.intake.city;

/** Shapes that water and woods have: ellipses out of true. */
final class Blob {
  private Blob() {}

  /**
   * @param rough 0: an ellipse; 0.3: a pond
   */
  static Shape around(
      Shape.Stand stand, double length, double depth, double rough, int points, Dice dice) {
    double[] phase = {dice.between(0, 6.28), dice.between(0, 6.28), dice.between(0, 6.28)};
    double[] corners = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double a = 2 * StrictMath.PI * i / points;
      double r =
          1
              + rough * 0.55 * StrictMath.sin(2 * a + phase[0])
              + rough * 0.35 * StrictMath.sin(3 * a + phase[1])
              + rough * 0.18 * StrictMath.sin(5 * a + phase[2]);
      corners[2 * i] = length * r * StrictMath.cos(a);
      corners[2 * i + 1] = depth * r * StrictMath.sin(a);
    }
    return Shape.of(stand, corners);
  }
}
