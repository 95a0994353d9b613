package org.shuangshi.registry.plan;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Areas and lines between the register, JTS and GeoJSON; EPSG:4490, degrees, not rounded. */
final class Shapes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Shapes() {}

  static Geometry ofWkb(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry of the register that is no WKB", e);
    }
  }

  static Geometry multi(Geometry area) {
    return area instanceof Polygon polygon
        ? area.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : area;
  }

  /** Whether two areas are the same, vertex for vertex. */
  static boolean same(Geometry one, Geometry other) {
    return multi(one).norm().equalsExact(multi(other).norm());
  }

  /** A MultiPolygon of areas, a MultiLineString of lines. */
  static JsonNode geoJson(Geometry shape) {
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

  static JsonNode polygon(Polygon polygon) {
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
