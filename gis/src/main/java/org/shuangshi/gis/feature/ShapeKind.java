package org.shuangshi.gis.feature;

import org.locationtech.jts.geom.Geometry;

/** The shape types of the Shapefile specification that carry x and y alone (Esri, July 1998). */
enum ShapeKind {
  NULL(0),
  POINT(1),
  POLYLINE(3),
  POLYGON(5),
  MULTIPOINT(8);

  final int code;

  ShapeKind(int code) {
    this.code = code;
  }

  /** ANY has none until a geometry decides; a Shapefile holds one kind only. */
  static ShapeKind of(GeometryType type) {
    return switch (type) {
      case POINT -> POINT;
      case MULTI_POINT -> MULTIPOINT;
      case LINE, MULTI_LINE -> POLYLINE;
      case POLYGON, MULTI_POLYGON -> POLYGON;
      case NONE, ANY -> NULL;
    };
  }

  boolean admits(Geometry geometry) {
    GeometryType type = GeometryType.ofName(geometry.getGeometryType());
    return of(type) == this
        || (this == MULTIPOINT && type == GeometryType.POINT)
        || (this == POINT && type == GeometryType.MULTI_POINT && geometry.getNumGeometries() == 1);
  }
}
