package org.shuangshi.intake.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What the map shows besides the register's own things.
 *
 * @param theme WATER, LANDUSE or POI
 * @param kind in OpenStreetMap words
 * @param shape in lattice steps
 */
record Scenery(String theme, String kind, @Nullable String name, Geometry shape) {

  static Scenery area(String theme, String kind, @Nullable String name, Shape shape) {
    return new Scenery(theme, kind, name, Lattice.polygon(shape.xs(), shape.ys()));
  }

  static Scenery point(String kind, String name, double x, double y) {
    return new Scenery("POI", kind, name, Lattice.WHOLE.createPoint(Lattice.fromMetres(x, y)));
  }
}
