package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.FaultCode;

/** Builds the geometry of a FlatGeobuf feature (feature.fbs of version 3). */
final class FlatGeobufGeometry {

  private static final int ENDS = 0;
  private static final int XY = 1;
  private static final int Z = 2;
  private static final int TYPE = 6;
  private static final int PARTS = 7;
  private static final int DEEPEST = 16;

  private final GeometryFactory factory = new GeometryFactory();

  /**
   * @param layerType the number of the layer's type; 0 where the geometry says itself
   */
  Geometry read(FlatTable geometry, int layerType) throws Unbuildable {
    return read(geometry, layerType, 0);
  }

  private Geometry read(FlatTable geometry, int layerType, int depth) throws Unbuildable {
    int type = layerType == 0 ? geometry.unsignedByte(TYPE) : layerType;
    return switch (type) {
      case 1 -> {
        Coordinate[] all = points(geometry);
        yield all.length == 0 ? factory.createPoint() : factory.createPoint(all[0]);
      }
      case 2 -> GeometryParts.line(factory, points(geometry));
      case 3 -> polygon(geometry);
      case 4 -> factory.createMultiPointFromCoords(points(geometry));
      case 5 -> {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts(geometry)) {
          lines.add(GeometryParts.line(factory, part));
        }
        yield factory.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case 6 -> {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.length(PARTS, 4); i++) {
          polygons.add(polygon(geometry.element(PARTS, i)));
        }
        yield factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      case 7 -> {
        if (depth > DEEPEST) {
          throw new Unbuildable(FaultCode.UNREADABLE, null);
        }
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < geometry.length(PARTS, 4); i++) {
          members.add(read(geometry.element(PARTS, i), 0, depth + 1));
        }
        yield factory.createGeometryCollection(members.toArray(Geometry[]::new));
      }
      default -> throw new Unbuildable(FaultCode.UNSUPPORTED.because("FlatGeobuf 类型 " + type));
    };
  }

  private Polygon polygon(FlatTable geometry) throws Unbuildable {
    List<LinearRing> rings = new ArrayList<>();
    for (Coordinate[] part : parts(geometry)) {
      rings.add(GeometryParts.ring(factory, part));
    }
    return GeometryParts.polygon(factory, rings);
  }

  /** The points cut where the parts end; without ends they are one part. */
  private static List<Coordinate[]> parts(FlatTable geometry) throws Unbuildable {
    Coordinate[] all = points(geometry);
    int count = geometry.length(ENDS, 4);
    if (count == 0) {
      return all.length == 0 ? List.of() : List.<Coordinate[]>of(all);
    }
    List<Coordinate[]> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < count; i++) {
      int to = geometry.buffer().getInt(geometry.start(ENDS) + 4 * i);
      if (to < from || to > all.length) {
        throw new Unbuildable(FaultCode.UNREADABLE, null);
      }
      Coordinate[] part = new Coordinate[to - from];
      System.arraycopy(all, from, part, 0, to - from);
      parts.add(part);
      from = to;
    }
    return parts;
  }

  private static Coordinate[] points(FlatTable geometry) {
    int count = geometry.length(XY, 8) / 2;
    Coordinate[] points = new Coordinate[count];
    ByteBuffer in = geometry.buffer();
    int from = geometry.start(XY);
    for (int i = 0; i < count; i++) {
      points[i] = new Coordinate(in.getDouble(from + 16 * i), in.getDouble(from + 16 * i + 8));
    }
    if (geometry.length(Z, 8) == count) {
      int heights = geometry.start(Z);
      for (int i = 0; i < count; i++) {
        points[i].setZ(in.getDouble(heights + 8 * i));
      }
    }
    return points;
  }
}
