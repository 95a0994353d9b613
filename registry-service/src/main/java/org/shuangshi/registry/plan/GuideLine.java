package org.shuangshi.registry.plan;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something grids should end at.
 *
 * @param roadClass of a road
 * @param geom lines of roads and water inside the communities; areas of compounds
 */
record GuideLine(
    Kind kind, long id, @Nullable String roadClass, @Nullable String name, Geometry geom) {

  /** What it is. */
  enum Kind {
    ROAD,
    WATER,
    COMPOUND
  }
}
