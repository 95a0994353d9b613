package org.shuangshi.gis.feature;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.shuangshi.gis.geometry.FaultCode;

/** Lines, rings and polygons of the points a file gives, or why they are none. */
final class GeometryParts {

  private GeometryParts() {}

  static LineString line(GeometryFactory factory, Coordinate[] points) throws Unbuildable {
    if (points.length == 1) {
      throw new Unbuildable(FaultCode.TOO_FEW_POINTS, points[0]);
    }
    return factory.createLineString(new CoordinateArraySequence(points, 3, 0));
  }

  static LinearRing ring(GeometryFactory factory, Coordinate[] points) throws Unbuildable {
    if (points.length > 0 && points.length < 4) {
      throw new Unbuildable(FaultCode.TOO_FEW_POINTS, points[0]);
    }
    if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
      throw new Unbuildable(FaultCode.RING_NOT_CLOSED, points[points.length - 1]);
    }
    return factory.createLinearRing(new CoordinateArraySequence(points, 3, 0));
  }

  /** Of a shell and its holes; empty of none. */
  static Polygon polygon(GeometryFactory factory, List<LinearRing> rings) {
    if (rings.isEmpty()) {
      return factory.createPolygon();
    }
    return factory.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /** The multiple of one kind where all members are of it, else a collection. */
  static Geometry multiple(GeometryFactory factory, List<Geometry> members) {
    if (!members.isEmpty() && members.stream().allMatch(Polygon.class::isInstance)) {
      return factory.createMultiPolygon(members.toArray(Polygon[]::new));
    }
    if (!members.isEmpty() && members.stream().allMatch(LineString.class::isInstance)) {
      return factory.createMultiLineString(members.toArray(LineString[]::new));
    }
    if (!members.isEmpty() && members.stream().allMatch(Point.class::isInstance)) {
      return factory.createMultiPoint(members.toArray(Point[]::new));
    }
    return factory.createGeometryCollection(members.toArray(Geometry[]::new));
  }
}
