package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.shuangshi.gis.geometry.FaultCode;

/**
 * Reads the content of a .shp record (Esri, July 1998). Z is kept, M is not; lines and polygons
 * become multiples, as the format makes no difference.
 */
final class ShapeContent {

  private static final int NULL = 0;

  /** Types count on in tens: plain, with Z (and M), with M. */
  private static final int POINT = 1;

  private static final int POLYLINE = 3;
  private static final int POLYGON = 5;
  private static final int MULTIPOINT = 8;
  private static final int WITH_Z = 1;

  private final GeometryFactory factory = new GeometryFactory();
  private final ShapeRings rings = new ShapeRings(factory);

  static GeometryType layerType(int shapeType) {
    if (shapeType > 30) {
      return GeometryType.ANY;
    }
    return switch (shapeType % 10) {
      case POINT -> GeometryType.POINT;
      case POLYLINE -> GeometryType.MULTI_LINE;
      case POLYGON -> GeometryType.MULTI_POLYGON;
      case MULTIPOINT -> GeometryType.MULTI_POINT;
      default -> GeometryType.NONE;
    };
  }

  /**
   * The geometry of the record that lies here; null for a null shape.
   *
   * @param bytes little-endian
   */
  @Nullable Geometry read(ByteBuffer bytes, int at, int length) throws Unbuildable {
    if (length < 4) {
      throw unreadable();
    }
    int type = bytes.getInt(at);
    if (type == NULL) {
      return null;
    }
    boolean z = type / 10 == WITH_Z;
    int kind = type < 30 && type > 0 ? type % 10 : -1;
    return switch (kind) {
      case POINT -> point(bytes, at + 4, length - 4, z);
      case MULTIPOINT -> multiPoint(bytes, at, length, z);
      case POLYLINE -> lines(parts(bytes, at, length, z));
      case POLYGON -> rings.assemble(parts(bytes, at, length, z));
      default -> throw new Unbuildable(FaultCode.UNSUPPORTED.because("Shapefile 类型 " + type));
    };
  }

  private Point point(ByteBuffer bytes, int at, int length, boolean z) throws Unbuildable {
    if (length < (z ? 24 : 16)) {
      throw unreadable();
    }
    Coordinate place = new Coordinate(bytes.getDouble(at), bytes.getDouble(at + 8));
    if (z) {
      place.setZ(bytes.getDouble(at + 16));
    }
    return factory.createPoint(place);
  }

  private Geometry multiPoint(ByteBuffer bytes, int at, int length, boolean z) throws Unbuildable {
    if (length < 40) {
      throw unreadable();
    }
    int count = bytes.getInt(at + 36);
    Coordinate[] places = points(bytes, at, length, 40, count, z);
    return factory.createMultiPointFromCoords(places);
  }

  /** The parts of a line or polygon, each with its points. */
  private static Coordinate[][] parts(ByteBuffer bytes, int at, int length, boolean z)
      throws Unbuildable {
    if (length < 44) {
      throw unreadable();
    }
    int partCount = bytes.getInt(at + 36);
    int count = bytes.getInt(at + 40);
    if (partCount < 0 || 44 + 4L * partCount > length) {
      throw unreadable();
    }
    Coordinate[] all = points(bytes, at, length, 44 + 4 * partCount, count, z);
    if (partCount == 1 && bytes.getInt(at + 44) == 0) {
      return new Coordinate[][] {all};
    }
    Coordinate[][] parts = new Coordinate[partCount][];
    for (int i = 0; i < partCount; i++) {
      int from = bytes.getInt(at + 44 + 4 * i);
      int to = i + 1 < partCount ? bytes.getInt(at + 48 + 4 * i) : count;
      if (from < 0 || to < from || to > count) {
        throw unreadable();
      }
      parts[i] = new Coordinate[to - from];
      System.arraycopy(all, from, parts[i], 0, to - from);
    }
    return parts;
  }

  private static Coordinate[] points(
      ByteBuffer bytes, int at, int length, int offset, int count, boolean z) throws Unbuildable {
    long end = offset + 16L * count;
    if (count < 0 || end > length || (z && end + 16 + 8L * count > length)) {
      throw unreadable();
    }
    Coordinate[] points = new Coordinate[count];
    int from = at + offset;
    for (int i = 0; i < count; i++) {
      points[i] = new Coordinate(bytes.getDouble(from), bytes.getDouble(from + 8));
      from += 16;
    }
    if (z) {
      from += 16; // the range of Z
      for (Coordinate point : points) {
        point.setZ(bytes.getDouble(from));
        from += 8;
      }
    }
    return points;
  }

  private Geometry lines(Coordinate[][] parts) throws Unbuildable {
    LineString[] lines = new LineString[parts.length];
    for (int i = 0; i < parts.length; i++) {
      lines[i] = GeometryParts.line(factory, parts[i]);
    }
    return factory.createMultiLineString(lines);
  }

  private static Unbuildable unreadable() {
    return new Unbuildable(FaultCode.UNREADABLE, null);
  }
}
