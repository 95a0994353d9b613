package org.shuangshi.gis.feature;

import java.util.Locale;
import java.util.Set;

/** What kind of geometry a layer holds. */
public enum GeometryType {
  NONE,
  POINT,
  LINE,
  POLYGON,
  MULTI_POINT,
  MULTI_LINE,
  MULTI_POLYGON,
  ANY;

  /** By its name in the Simple Features standard, as WKT, GeoJSON and GeoPackage use it. */
  static GeometryType ofName(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "POINT" -> POINT;
      case "LINESTRING" -> LINE;
      case "POLYGON" -> POLYGON;
      case "MULTIPOINT" -> MULTI_POINT;
      case "MULTILINESTRING" -> MULTI_LINE;
      case "MULTIPOLYGON" -> MULTI_POLYGON;
      default -> ANY;
    };
  }

  /** The type that admits all of these: a single kind and its multiple are the multiple. */
  static GeometryType common(Set<GeometryType> seen) {
    if (seen.isEmpty()) {
      return NONE;
    }
    if (seen.size() == 1) {
      return seen.iterator().next();
    }
    for (GeometryType multi : Set.of(MULTI_POINT, MULTI_LINE, MULTI_POLYGON)) {
      if (seen.equals(Set.of(multi, multi.part()))) {
        return multi;
      }
    }
    return ANY;
  }

  /** What a multiple type is made of; itself for the others. */
  GeometryType part() {
    return switch (this) {
      case MULTI_POINT -> POINT;
      case MULTI_LINE -> LINE;
      case MULTI_POLYGON -> POLYGON;
      default -> this;
    };
  }
}
