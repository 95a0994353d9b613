package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one GeoJSON geometry object, whatever the order of its members. */
final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** What the object said, before it is known to make sense; always read to its end. */
  private record Said(
      @Nullable String type, @Nullable Object coordinates, List<@Nullable Said> geometries) {}

  private GeoJsonGeometry() {}

  /**
   * From the START_OBJECT to the END_OBJECT of a geometry.
   *
   * @throws Unbuildable with the parser at the END_OBJECT, so that the next feature can be read
   */
  static Geometry read(JsonParser json) throws Unbuildable {
    return build(listen(json));
  }

  private static Said listen(JsonParser json) {
    String type = null;
    Object coordinates = null;
    List<@Nullable Said> geometries = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (member.equals("type") && value == JsonToken.VALUE_STRING) {
        type = json.getString();
      } else if (member.equals("coordinates") && value == JsonToken.START_ARRAY) {
        coordinates = coordinates(json);
      } else if (member.equals("geometries") && value == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          boolean object = json.currentToken() == JsonToken.START_OBJECT;
          geometries.add(object ? listen(json) : null);
          if (!object) {
            json.skipChildren();
          }
        }
      } else {
        json.skipChildren();
      }
    }
    return new Said(type, coordinates, geometries);
  }

  /** A {@link Coordinate} where the array holds numbers, else a list; at its END_ARRAY after. */
  private static Object coordinates(JsonParser json) {
    JsonToken first = json.nextToken();
    if (first == JsonToken.VALUE_NUMBER_INT || first == JsonToken.VALUE_NUMBER_FLOAT) {
      double x = json.getDoubleValue();
      double y = number(json, json.nextToken());
      double z = Coordinate.NULL_ORDINATE;
      if (json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY) {
        z = number(json, json.currentToken());
        while (json.currentToken() != JsonToken.END_ARRAY) {
          json.skipChildren();
          json.nextToken();
        }
      }
      return new Coordinate(x, y, z);
    }
    List<Object> parts = new ArrayList<>();
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        parts.add(coordinates(json));
      } else {
        parts.add(token);
        json.skipChildren();
      }
    }
    return parts;
  }

  private static double number(JsonParser json, JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
        ? json.getDoubleValue()
        : Double.NaN;
  }

  private static Geometry build(@Nullable Said said) throws Unbuildable {
    if (said == null || said.type == null) {
      throw new Unbuildable(FaultCode.UNREADABLE, null);
    }
    if (said.type.equals("GeometryCollection")) {
      List<Geometry> members = new ArrayList<>();
      for (Said member : said.geometries) {
        members.add(build(member));
      }
      return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
    }
    Object c = said.coordinates;
    return switch (said.type) {
      case "Point" -> point(c);
      case "LineString" -> line(c);
      case "Polygon" -> polygon(c);
      case "MultiPoint" -> {
        List<Point> points = new ArrayList<>();
        for (Object part : list(c)) {
          points.add(point(part));
        }
        yield FACTORY.createMultiPoint(points.toArray(Point[]::new));
      }
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        for (Object part : list(c)) {
          lines.add(line(part));
        }
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        for (Object part : list(c)) {
          polygons.add(polygon(part));
        }
        yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new Unbuildable(FaultCode.UNSUPPORTED.because(said.type));
    };
  }

  private static Point point(@Nullable Object c) throws Unbuildable {
    if (c instanceof Coordinate coordinate) {
      return FACTORY.createPoint(coordinate);
    }
    if (list(c).isEmpty()) {
      return FACTORY.createPoint();
    }
    throw new Unbuildable(FaultCode.UNREADABLE, null);
  }

  private static LineString line(@Nullable Object c) throws Unbuildable {
    return GeometryParts.line(FACTORY, points(c));
  }

  private static Polygon polygon(@Nullable Object c) throws Unbuildable {
    List<LinearRing> rings = new ArrayList<>();
    for (Object part : list(c)) {
      rings.add(GeometryParts.ring(FACTORY, points(part)));
    }
    return GeometryParts.polygon(FACTORY, rings);
  }

  private static Coordinate[] points(@Nullable Object c) throws Unbuildable {
    List<?> parts = list(c);
    Coordinate[] points = new Coordinate[parts.size()];
    for (int i = 0; i < points.length; i++) {
      if (!(parts.get(i) instanceof Coordinate coordinate)) {
        throw new Unbuildable(FaultCode.UNREADABLE, null);
      }
      points[i] = coordinate;
    }
    return points;
  }

  private static List<?> list(@Nullable Object c) throws Unbuildable {
    if (c instanceof List<?> parts) {
      return parts;
    }
    throw new Unbuildable(FaultCode.UNREADABLE, null);
  }
}
