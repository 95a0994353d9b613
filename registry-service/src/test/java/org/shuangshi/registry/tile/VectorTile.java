package org.shuangshi.registry.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Reads Mapbox Vector Tiles 2.1 as far as ours go: a second opinion on what the database wrote. */
final class VectorTile {

  /** A layer by its name. */
  record Layer(String name, int extent, List<Feature> features) {}

  /** A feature; points in tile units, x east, y south. */
  record Feature(int geometryType, Map<String, Object> properties, List<Coordinate> points) {

    long id() {
      return ((Number) properties.getOrDefault("id", -1L)).longValue();
    }

    Envelope box() {
      Envelope box = new Envelope();
      points.forEach(box::expandToInclude);
      return box;
    }
  }

  private VectorTile() {}

  static Map<String, Layer> read(byte[] tile) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    ByteBuffer in = little(tile);
    while (in.hasRemaining()) {
      long tag = varint(in);
      if (tag != field(3, 2)) {
        throw new IllegalStateException("tile field " + tag);
      }
      Layer layer = layer(bytes(in));
      if (layers.put(layer.name(), layer) != null) {
        throw new IllegalStateException("two layers named " + layer.name());
      }
    }
    return layers;
  }

  private static Layer layer(ByteBuffer in) {
    String name = "";
    int extent = -1;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> features = new ArrayList<>();
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag >> 3)) {
        case 1 -> name = text(bytes(in));
        case 2 -> features.add(bytes(in));
        case 3 -> keys.add(text(bytes(in)));
        case 4 -> values.add(value(bytes(in)));
        case 5 -> extent = (int) varint(in);
        case 15 -> {
          if (varint(in) != 2) {
            throw new IllegalStateException("version");
          }
        }
        default -> throw new IllegalStateException("layer field " + tag);
      }
    }
    return new Layer(name, extent, features.stream().map(f -> feature(f, keys, values)).toList());
  }

  private static Feature feature(ByteBuffer in, List<String> keys, List<Object> values) {
    Map<String, Object> properties = new LinkedHashMap<>();
    int type = 0;
    List<Coordinate> points = List.of();
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag >> 3)) {
        case 2 -> {
          ByteBuffer pairs = bytes(in);
          while (pairs.hasRemaining()) {
            properties.put(keys.get((int) varint(pairs)), values.get((int) varint(pairs)));
          }
        }
        case 3 -> type = (int) varint(in);
        case 4 -> points = points(bytes(in));
        default -> throw new IllegalStateException("feature field " + tag);
      }
    }
    return new Feature(type, properties, points);
  }

  private static List<Coordinate> points(ByteBuffer in) {
    List<Coordinate> points = new ArrayList<>();
    long x = 0;
    long y = 0;
    while (in.hasRemaining()) {
      long command = varint(in);
      if ((command & 7) == 7) { // close path: no parameters
        continue;
      }
      for (long left = command >> 3; left > 0; left--) {
        x += zigzag(varint(in));
        y += zigzag(varint(in));
        points.add(new Coordinate(x, y));
      }
    }
    return points;
  }

  private static Object value(ByteBuffer in) {
    @Nullable Object value = null;
    while (in.hasRemaining()) {
      int field = (int) (varint(in) >> 3);
      value =
          switch (field) {
            case 1 -> text(bytes(in));
            case 2 -> (double) in.getFloat();
            case 3 -> in.getDouble();
            case 4, 5 -> varint(in);
            case 6 -> zigzag(varint(in));
            case 7 -> varint(in) != 0;
            default -> throw new IllegalStateException("value field " + field);
          };
    }
    if (value == null) {
      throw new IllegalStateException("empty value");
    }
    return value;
  }

  private static long field(int number, int wireType) {
    return ((long) number << 3) | wireType;
  }

  private static long zigzag(long coded) {
    return (coded >>> 1) ^ -(coded & 1);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static ByteBuffer bytes(ByteBuffer in) {
    byte[] bytes = new byte[(int) varint(in)];
    in.get(bytes);
    return little(bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(ByteBuffer in) {
    return StandardCharsets.UTF_8.decode(in).toString();
  }
}
