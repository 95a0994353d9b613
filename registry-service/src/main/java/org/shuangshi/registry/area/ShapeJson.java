package org.shuangshi.registry.area;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Areas and lines as GeoJSON; EPSG:4490, degrees, not rounded, without heights. */
public final class ShapeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ShapeJson() {}

  /** A MultiPolygon of areas, a MultiLineString of lines. */
  public static JsonNode geoJson(Geometry shape) {
    boolean area = shape.getDimension() == 2;
    ObjectNode json = JSON.objectNode();
    json.put("type", area ? "MultiPolygon" : "MultiLineString");
    ArrayNode parts = json.putArray("coordinates");
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        rings(parts.addArray(), polygon);
      } else if (part instanceof LineString line) {
        ring(parts.addArray(), line);
      }
    }
    return json;
  }

  public static JsonNode polygon(Polygon polygon) {
    ObjectNode json = JSON.objectNode();
    json.put("type", "Polygon");
    rings(json.putArray("coordinates"), polygon);
    return json;
  }

  private static void rings(ArrayNode rings, Polygon polygon) {
    ring(rings.addArray(), polygon.getExteriorRing());
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      ring(rings.addArray(), polygon.getInteriorRingN(hole));
    }
  }

  private static void ring(ArrayNode to, LineString line) {
    for (Coordinate each : line.getCoordinates()) {
      to.addArray().add(each.x).add(each.y);
    }
  }
}
