package org.shuangshi.gis.zoning;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Steps of the 1e-8° lattice, in which all is computed so that sums and differences are exact, and
 * what a step is in metres at one latitude.
 *
 * @param metresEast of a step along the parallel
 * @param metresNorth of a step along the meridian
 */
record Scale(double metresEast, double metresNorth) {

  private static final double STEPS = 1e8;

  /** For ground around a latitude; series of the GRS80 ellipsoid, good to 0.01 %. */
  static Scale at(double latDegrees) {
    double lat = Math.toRadians(latDegrees);
    double east = 111_412.84 * Math.cos(lat) - 93.5 * Math.cos(3 * lat);
    double north = 111_132.92 - 559.82 * Math.cos(2 * lat);
    return new Scale(east / STEPS, north / STEPS);
  }

  double metres(Coordinate a, Coordinate b) {
    return Math.hypot((a.x - b.x) * metresEast, (a.y - b.y) * metresNorth);
  }

  double squareMetres(double squareSteps) {
    return squareSteps * metresEast * metresNorth;
  }

  static Coordinate steps(Coordinate degrees) {
    return new Coordinate(Math.rint(degrees.x * STEPS), Math.rint(degrees.y * STEPS));
  }

  static Geometry steps(Geometry degrees) {
    return changed(degrees, ordinate -> Math.rint(ordinate * STEPS));
  }

  static Geometry degrees(Geometry steps) {
    return changed(steps, ordinate -> ordinate / STEPS);
  }

  static Coordinate degrees(Coordinate steps) {
    return new Coordinate(Math.rint(steps.x) / STEPS, Math.rint(steps.y) / STEPS);
  }

  private interface Change {
    double of(double ordinate);
  }

  private static Geometry changed(Geometry geometry, Change change) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, CoordinateSequence.X, change.of(sequence.getX(i)));
            sequence.setOrdinate(i, CoordinateSequence.Y, change.of(sequence.getY(i)));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
