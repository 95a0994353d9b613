package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.gis.crs.CrsTransform;

/** Moving many places at once, and distances between near ones. */
final class Plane {

  private static final double METRES_IN_DEGREE = 111_320;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final double cos;

  /**
   * @param latitude of the area; true to a thousandth within 10 km of it north and south
   */
  Plane(double latitude) {
    this.cos = Math.cos(Math.toRadians(latitude));
  }

  double east(Coordinate degrees) {
    return degrees.x * METRES_IN_DEGREE * cos;
  }

  double north(Coordinate degrees) {
    return degrees.y * METRES_IN_DEGREE;
  }

  /** All places in one line, for a transform works on whole lines at once. */
  static List<Coordinate> move(List<Coordinate> places, CrsTransform transform) {
    if (places.isEmpty()) {
      return List.of();
    }
    List<Coordinate> line = new ArrayList<>();
    places.forEach(place -> line.add(new Coordinate(place.x, place.y)));
    line.add(line.get(0).copy());
    Geometry moved = transform.apply(FACTORY.createLineString(line.toArray(Coordinate[]::new)));
    return List.of(moved.getCoordinates()).subList(0, places.size());
  }

  static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
