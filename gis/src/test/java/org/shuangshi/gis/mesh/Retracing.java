package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons drawn again by another hand each, as two offices trace one road: other vertices along
 * the same line, each a little off, with all the digits of a double.
 */
final class Retracing {

  private Retracing() {}

  /**
   * @param spacingDegrees between the vertices, on average
   * @param offDegrees how far a vertex may be from the line it follows, in x and in y
   */
  static Map<Long, Geometry> each(
      Map<Long, Geometry> polygons, Random random, double spacingDegrees, double offDegrees) {
    Map<Long, Geometry> traced = new TreeMap<>();
    polygons.forEach(
        (id, polygon) -> {
          Polygon drawn;
          do {
            drawn = Meshes.FACTORY.createPolygon(ring(polygon, random, spacingDegrees, offDegrees));
          } while (!drawn.isValid());
          traced.put(id, drawn);
        });
    return traced;
  }

  /** Corners are met, places between them chosen anew. */
  private static Coordinate[] ring(Geometry polygon, Random random, double spacing, double off) {
    Coordinate[] corners = ((Polygon) polygon).getExteriorRing().getCoordinates();
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i + 1 < corners.length; i++) {
      ring.add(near(corners[i], random, off));
      double length = corners[i].distance(corners[i + 1]);
      for (double at = spacing * 2 * random.nextDouble();
          at < length;
          at += spacing * (0.1 + 1.8 * random.nextDouble())) {
        double share = at / length;
        Coordinate place =
            new Coordinate(
                corners[i].x + share * (corners[i + 1].x - corners[i].x),
                corners[i].y + share * (corners[i + 1].y - corners[i].y));
        ring.add(near(place, random, off));
      }
    }
    ring.add(ring.get(0).copy());
    return ring.toArray(Coordinate[]::new);
  }

  private static Coordinate near(Coordinate place, Random random, double off) {
    return new Coordinate(
        place.x + off * (2 * random.nextDouble() - 1),
        place.y + off * (2 * random.nextDouble() - 1));
  }
}
