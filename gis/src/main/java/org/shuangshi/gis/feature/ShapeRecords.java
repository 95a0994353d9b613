package org.shuangshi.gis.feature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The .shp and .shx of a Shapefile, written side by side. Both start with a header of 100 bytes
 * that tells their length, so it is filled in at the end. Lengths and offsets count 16-bit words.
 */
final class ShapeRecords {

  private static final int HEADER_BYTES = 100;

  /** Where programs that keep offsets in a signed int stop. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private final Path shp;
  private final Path shx;
  private final OutputStream shapes;
  private final OutputStream index;
  private final Envelope extent = new Envelope();
  private ShapeKind kind;
  private ByteBuffer record = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long bytes = HEADER_BYTES;
  private int count;

  ShapeRecords(Path shp, Path shx, GeometryType type) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.kind = ShapeKind.of(type);
    shapes = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
    index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 16);
    shapes.write(new byte[HEADER_BYTES]);
    index.write(new byte[HEADER_BYTES]);
  }

  int count() {
    return count;
  }

  /** Null and empty geometries become null shapes; the format knows no difference. */
  void add(@Nullable Geometry geometry) throws IOException {
    record.clear().position(8);
    if (geometry == null || geometry.isEmpty()) {
      record.putInt(ShapeKind.NULL.code);
    } else {
      shape(geometry);
    }
    int length = record.position();
    if (bytes + length > MOST_BYTES) {
      throw new FeatureFileException(
          "file.too-large", "Shapefile 最大 2 GB，请缩小范围、分成几个文件，或改用 GeoPackage");
    }
    count++;
    record.order(ByteOrder.BIG_ENDIAN).putInt(0, count).putInt(4, (length - 8) / 2);
    record.order(ByteOrder.LITTLE_ENDIAN);
    shapes.write(record.array(), 0, length);
    ByteBuffer entry = ByteBuffer.allocate(8).putInt((int) (bytes / 2)).putInt((length - 8) / 2);
    index.write(entry.array());
    bytes += length;
  }

  private void shape(Geometry geometry) throws FeatureFileException {
    if (kind == ShapeKind.NULL) {
      kind = ShapeKind.of(GeometryType.ofName(geometry.getGeometryType()));
    }
    if (kind == ShapeKind.NULL || !kind.admits(geometry)) {
      throw new FeatureFileException(
          "file.geometry-type",
          "第 "
              + (count + 1)
              + " 行的几何类型 "
              + geometry.getGeometryType()
              + " 与其他行不同。Shapefile 只能存放一种几何，请分开导出或改用 GeoPackage");
    }
    extent.expandToInclude(geometry.getEnvelopeInternal());
    switch (kind) {
      case POINT -> {
        room(20).putInt(kind.code);
        put(geometry.getCoordinate());
      }
      case MULTIPOINT -> {
        Coordinate[] points = geometry.getCoordinates();
        room(40 + 16 * points.length).putInt(kind.code);
        box(geometry.getEnvelopeInternal());
        record.putInt(points.length);
        put(points);
      }
      default -> parts(geometry);
    }
  }

  /** Lines and polygons: a box, where each part starts, all points. */
  private void parts(Geometry geometry) {
    List<Coordinate[]> parts = new ArrayList<>();
    int points = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry member = geometry.getGeometryN(i);
      if (member instanceof LineString line && !line.isEmpty()) {
        parts.add(line.getCoordinates());
      } else if (member instanceof Polygon polygon && !polygon.isEmpty()) {
        // Shells clockwise, holes counter-clockwise, a shell before its holes.
        parts.add(ring(polygon.getExteriorRing(), false));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          parts.add(ring(polygon.getInteriorRingN(k), true));
        }
      }
    }
    for (Coordinate[] part : parts) {
      points += part.length;
    }
    room(44 + 4 * parts.size() + 16 * points).putInt(kind.code);
    box(geometry.getEnvelopeInternal());
    record.putInt(parts.size()).putInt(points);
    int start = 0;
    for (Coordinate[] part : parts) {
      record.putInt(start);
      start += part.length;
    }
    parts.forEach(this::put);
  }

  private static Coordinate[] ring(LineString ring, boolean counterClockwise) {
    Coordinate[] points = ring.getCoordinates();
    return Orientation.isCCWArea(points) == counterClockwise
        ? points
        : ring.reverse().getCoordinates();
  }

  private ByteBuffer room(int content) {
    if (record.capacity() < 8 + content) {
      record = ByteBuffer.allocate(2 * (8 + content)).order(ByteOrder.LITTLE_ENDIAN).position(8);
    }
    return record;
  }

  private void box(Envelope box) {
    record.putDouble(box.getMinX()).putDouble(box.getMinY());
    record.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  private void put(Coordinate... points) {
    for (Coordinate point : points) {
      record.putDouble(point.x).putDouble(point.y);
    }
  }

  void finish() throws IOException {
    release();
    header(shp, bytes);
    header(shx, HEADER_BYTES + 8L * count);
  }

  void release() throws IOException {
    try (shapes;
        index) {
      shapes.flush();
      index.flush();
    }
  }

  private void header(Path file, long length) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(0, 9994).putInt(24, (int) (length / 2));
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, kind.code);
    if (!extent.isNull()) {
      header.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
      header.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(header, 0);
    }
  }
}
