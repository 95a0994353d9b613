package org.shuangshi.gis.crs;

import java.util.Locale;

/**
 * A transform of four parameters in the plane, as survey offices hand them out: turned about the
 * origin, scaled, moved.
 *
 * @param dx metres east
 * @param dy metres north
 * @param scale 1 for none
 * @param rotationRadians counter-clockwise
 */
public record Similarity(double dx, double dy, double scale, double rotationRadians) {

  /** Moves a place, x east and y north in metres. */
  void move(double[] xy) {
    double cos = scale * Math.cos(rotationRadians);
    double sin = scale * Math.sin(rotationRadians);
    double x = xy[0];
    xy[0] = dx + cos * x - sin * xy[1];
    xy[1] = dy + sin * x + cos * xy[1];
  }

  public CrsTransform transform() {
    return new PointwiseTransform(this::move);
  }

  /** Turn in seconds of arc. */
  public double rotationSeconds() {
    return Math.toDegrees(rotationRadians) * 3600;
  }

  /** Difference of the scale from one, in millionths. */
  public double scalePpm() {
    return (scale - 1) * 1e6;
  }

  /** For people. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "东移 %.3f m，北移 %.3f m，旋转 %.3f″，尺度 %.3f ppm",
        dx,
        dy,
        rotationSeconds(),
        scalePpm());
  }
}
