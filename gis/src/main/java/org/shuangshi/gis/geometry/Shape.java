package org.shuangshi.gis.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/** What a thing's geometry has to be. */
public enum Shape {
  /** One place: a point, or a multipoint of one. */
  POINT,
  /** A line string or several. */
  LINE,
  /** A polygon or several. */
  AREA,
  ANY;

  boolean admits(Geometry geometry) {
    return switch (this) {
      case POINT ->
          geometry instanceof Point
              || (geometry instanceof MultiPoint && geometry.getNumGeometries() == 1);
      case LINE -> geometry instanceof LineString || geometry instanceof MultiLineString;
      case AREA -> geometry instanceof Polygonal;
      case ANY -> true;
    };
  }
}
