package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;

/**
 * The header of a FlatGeobuf (header.fbs of version 3).
 *
 * @param geometryType 0 where each feature has its own
 * @param count 0 where it was not known when the file was begun
 * @param indexBytes of the tree between header and features
 */
record FlatGeobufHeader(
    String name,
    int geometryType,
    boolean hasZ,
    List<Column> columns,
    long count,
    long indexBytes,
    @Nullable Crs crs,
    List<Notice> notices) {

  private static final int NODE_BYTES = 40;

  /** A column and the number of its type. */
  record Column(String name, int type) {

    /** Null for bytes. */
    @Nullable FieldType fieldType() {
      return switch (type) {
        case 0, 1, 3, 4, 5, 6, 7, 8 -> FieldType.INTEGER;
        case 2 -> FieldType.BOOLEAN;
        case 9, 10 -> FieldType.REAL;
        case 11, 12, 13 -> FieldType.TEXT;
        default -> null;
      };
    }

    /**
     * The value at the buffer's position, which moves past it; null for bytes and for a number
     * beyond a long.
     */
    @Nullable Object read(ByteBuffer in) {
      return switch (type) {
        case 0 -> (long) in.get();
        case 1 -> (long) (in.get() & 0xFF);
        case 2 -> in.get() != 0;
        case 3 -> (long) in.getShort();
        case 4 -> (long) (in.getShort() & 0xFFFF);
        case 5 -> (long) in.getInt();
        case 6 -> in.getInt() & 0xFFFFFFFFL;
        case 7 -> in.getLong();
        case 8 -> notNegative(in.getLong());
        // 0.1 stays 0.1, as people wrote it, and does not become 0.10000000149.
        case 9 -> Double.parseDouble(Float.toString(in.getFloat()));
        case 10 -> in.getDouble();
        case 11, 12, 13 -> new String(bytes(in), StandardCharsets.UTF_8);
        case 14 -> {
          bytes(in);
          yield null;
        }
        default -> throw new IndexOutOfBoundsException(type);
      };
    }

    private static @Nullable Long notNegative(long value) {
      return value < 0 ? null : value;
    }

    private static byte[] bytes(ByteBuffer in) {
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new IndexOutOfBoundsException(length);
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      return bytes;
    }
  }

  static FlatGeobufHeader read(FlatTable header, String otherwiseNamed) {
    List<Notice> notices = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < header.length(7, 4); i++) {
      columns.add(column(header.element(7, i)));
    }
    for (Column column : columns) {
      if (column.fieldType() == null) {
        notices.add(new Notice("field.unsupported", "无法读取的字段已略去：" + column.name()));
      }
    }
    long count = header.longInteger(8);
    String name = header.text(0);
    return new FlatGeobufHeader(
        name == null || name.isEmpty() ? otherwiseNamed : name,
        header.unsignedByte(2),
        header.unsignedByte(3) != 0,
        columns,
        count,
        indexBytes(count, header.unsignedShort(9, 16)),
        crs(header.table(10), notices),
        notices);
  }

  static Column column(FlatTable column) {
    String name = column.text(0);
    return new Column(name == null ? "" : name, column.unsignedByte(1));
  }

  /** A packed Hilbert R-tree: all features, then level on level up to one root. */
  private static long indexBytes(long count, int nodeSize) {
    if (nodeSize < 2 || count <= 0) {
      return 0;
    }
    long nodes = count;
    long level = count;
    do {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    } while (level != 1);
    return nodes * NODE_BYTES;
  }

  private static @Nullable Crs crs(@Nullable FlatTable crs, List<Notice> notices) {
    if (crs == null) {
      return null;
    }
    String organisation = crs.text(0);
    if (crs.integer(1) > 0 && (organisation == null || organisation.equalsIgnoreCase("EPSG"))) {
      return new Crs(crs.integer(1));
    }
    String wkt = crs.text(4);
    if (wkt != null && !wkt.isBlank()) {
      try {
        return Crs.ofWkt(wkt);
      } catch (CrsException e) {
        notices.add(new Notice(e.code(), "文件写明的坐标系：" + e.getMessage()));
      }
    }
    return null;
  }

  GeometryType layerType() {
    return switch (geometryType) {
      case 1 -> GeometryType.POINT;
      case 2 -> GeometryType.LINE;
      case 3 -> GeometryType.POLYGON;
      case 4 -> GeometryType.MULTI_POINT;
      case 5 -> GeometryType.MULTI_LINE;
      case 6 -> GeometryType.MULTI_POLYGON;
      default -> GeometryType.ANY;
    };
  }
}
