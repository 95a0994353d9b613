package org.shuangshi.gis.mesh;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Degrees of CGCS2000 in metres, for figures people read: within a millionth part over a grid's
 * width.
 */
final class Metres {

  /** GRS 80, as GB 22021 has it for CGCS2000. */
  private static final double SEMI_MAJOR = 6_378_137;

  private static final double ECCENTRICITY_SQUARED = 0.006_694_380_022_90;

  private Metres() {}

  static double between(Step a, Step b) {
    Coordinate at = a.degrees();
    double east = (b.x() - a.x()) * 1e-8 * perDegreeEast(at.y);
    double north = (b.y() - a.y()) * 1e-8 * perDegreeNorth(at.y);
    return Math.hypot(east, north);
  }

  static double square(Geometry degrees) {
    double latitude = degrees.getEnvelopeInternal().centre().y;
    return degrees.getArea() * perDegreeEast(latitude) * perDegreeNorth(latitude);
  }

  private static double perDegreeEast(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double radius = SEMI_MAJOR / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    return Math.toRadians(radius * Math.cos(Math.toRadians(latitude)));
  }

  static double perDegreeNorth(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double share = 1 - ECCENTRICITY_SQUARED * sine * sine;
    return Math.toRadians(SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (share * Math.sqrt(share)));
  }
}
