package org.shuangshi.registry.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.shuangshi.registry.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A GeoJSON Polygon or MultiPolygon (RFC 7946) as a shape that may be asked about, or a refusal
 * that names the place of what is wrong. Rings must be closed and valid; heights are dropped.
 */
final class GeoJsonShape {
  private static final int SRID = 4490;
  private static final int SHORTEST_RING = 4;

  /** A city's outline has some ten thousand; more is a layer, not an area. */
  private static final int MOST_POSITIONS = 100_000;

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

  private final String field;
  private int positions;

  GeoJsonShape(String field) {
    this.field = field;
  }

  Geometry read(@Nullable JsonNode json) {
    if (json == null || !json.isObject()) {
      throw invalid(field, "geometry.not-geojson", "应为 GeoJSON 对象");
    }
    String type = json.path("type").asString("");
    JsonNode coordinates = json.path("coordinates");
    String at = field + ".coordinates";
    Geometry shape =
        switch (type) {
          case "Polygon" -> polygon(coordinates, at);
          case "MultiPolygon" -> multiPolygon(coordinates, at);
          default -> throw invalid(field + ".type", "geometry.type", "只接受 Polygon 或 MultiPolygon");
        };
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      throw invalid(field, "geometry.invalid", described(error));
    }
    return shape;
  }

  private Geometry multiPolygon(JsonNode parts, String at) {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode part : filled(parts, at)) {
      polygons.add(polygon(part, at + "[" + polygons.size() + "]"));
    }
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Polygon polygon(JsonNode rings, String at) {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : filled(rings, at)) {
      read.add(ring(ring, at + "[" + read.size() + "]"));
    }
    return FACTORY.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode ring, String at) {
    List<Coordinate> coordinates = new ArrayList<>();
    for (JsonNode position : filled(ring, at)) {
      coordinates.add(counted(position, at + "[" + coordinates.size() + "]"));
    }
    if (coordinates.size() < SHORTEST_RING) {
      throw invalid(at, "geometry.ring-short", "环至少要有 4 个点（首尾相同）");
    }
    if (!coordinates.get(0).equals2D(coordinates.get(coordinates.size() - 1))) {
      throw invalid(at, "geometry.ring-open", "环没有闭合：首尾两点应相同");
    }
    return FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
  }

  private Coordinate counted(JsonNode position, String at) {
    positions++;
    if (positions > MOST_POSITIONS) {
      throw invalid(field, "geometry.too-large", "图形的点超过 " + MOST_POSITIONS + " 个；请先简化");
    }
    return position(position, at);
  }

  static Coordinate position(JsonNode position, String at) {
    if (!position.isArray()
        || position.size() < 2
        || !position.get(0).isNumber()
        || !position.get(1).isNumber()) {
      throw invalid(at, "geometry.position", "坐标应为 [经度, 纬度]");
    }
    double lon = position.get(0).asDouble();
    double lat = position.get(1).asDouble();
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw invalid(at, "geometry.range", "坐标超出经纬度范围；应为 EPSG:4490 的 [经度, 纬度]，单位度，不是投影坐标");
    }
    return new Coordinate(lon, lat);
  }

  private JsonNode filled(JsonNode array, String at) {
    if (!array.isArray() || array.isEmpty()) {
      throw invalid(at, "geometry.coordinates", "应为非空数组");
    }
    return array;
  }

  private static String described(TopologyValidationError error) {
    String what =
        switch (error.getErrorType()) {
          case TopologyValidationError.SELF_INTERSECTION,
              TopologyValidationError.RING_SELF_INTERSECTION ->
              "边界自相交";
          case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "洞在外环之外";
          case TopologyValidationError.NESTED_HOLES -> "洞套着洞";
          case TopologyValidationError.NESTED_SHELLS -> "部分之间重叠";
          case TopologyValidationError.DISCONNECTED_INTERIOR -> "内部不连通";
          case TopologyValidationError.TOO_FEW_POINTS -> "环的点太少";
          default -> "图形无效";
        };
    Coordinate where = error.getCoordinate();
    return where == null
        ? what
        : String.format(Locale.ROOT, "%s，位置 %.8f, %.8f", what, where.x, where.y);
  }

  private static Refusal invalid(String at, String code, String message) {
    return Refusal.field(at, code, message);
  }
}
