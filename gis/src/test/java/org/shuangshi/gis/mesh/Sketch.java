package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Small drawings near 120 E 30 N, in steps from there. */
final class Sketch {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Sketch() {}

  static Step step(long x, long y) {
    return new Step(12_000_000_000L + x, 3_000_000_000L + y);
  }

  static List<Step> line(long... xy) {
    List<Step> line = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      line.add(step(xy[i], xy[i + 1]));
    }
    return line;
  }

  /** Closed by itself. */
  static Polygon polygon(long... xy) {
    List<Coordinate> ring = new ArrayList<>();
    line(xy).forEach(step -> ring.add(step.degrees()));
    ring.add(ring.get(0).copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  static Polygon box(long west, long south, long east, long north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  /** Grids of community 1, numbered from 1. */
  static List<Face> faces(int count) {
    List<Face> faces = new ArrayList<>();
    for (long id = 1; id <= count; id++) {
      faces.add(new Face(id, 1, false));
    }
    return faces;
  }

  /** By position, from 1. */
  static Map<Long, Geometry> numbered(Geometry... polygons) {
    Map<Long, Geometry> byId = new TreeMap<>();
    for (Geometry polygon : polygons) {
      byId.put(byId.size() + 1L, polygon);
    }
    return byId;
  }

  static Mesh mesh(Geometry... polygons) {
    return Mesh.of(faces(polygons.length), numbered(polygons)).ifAccepted().orElseThrow();
  }

  /** The edge between two grids. */
  static Edge edge(Mesh mesh, long one, long other) {
    return mesh.edges().stream()
        .filter(e -> e.touches(one) && e.touches(other))
        .findFirst()
        .orElseThrow();
  }
}
