package org.shuangshi.registry.plan;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Areas and lines between the register and JTS; EPSG:4490, degrees, not rounded. */
final class Shapes {
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
}
