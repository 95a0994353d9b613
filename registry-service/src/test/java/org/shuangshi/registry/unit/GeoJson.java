package org.shuangshi.registry.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Polygons as GeoJSON, for requests. */
public final class GeoJson {

  private GeoJson() {}

  public static String of(Geometry shape) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      parts.add(rings((Polygon) shape.getGeometryN(i)));
    }
    boolean single = shape instanceof Polygon;
    return "{\"type\":\"%s\",\"coordinates\":%s}"
        .formatted(
            shape.getGeometryType(), single ? parts.get(0) : "[" + String.join(",", parts) + "]");
  }

  private static String rings(Polygon polygon) {
    List<String> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i)));
    }
    return "[" + String.join(",", rings) + "]";
  }

  private static String ring(LineString ring) {
    return Arrays.stream(ring.getCoordinates())
        .map(at -> "[" + at.x + "," + at.y + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
