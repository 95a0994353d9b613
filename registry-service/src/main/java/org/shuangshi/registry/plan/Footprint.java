package org.shuangshi.registry.plan;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A building that stands where a plan is drawn.
 *
 * @param lon of its inside point, EPSG:4490
 * @param lat of its inside point, EPSG:4490
 */
record Footprint(long id, double lon, double lat, Geometry outline) {

  Coordinate inside() {
    return new Coordinate(lon, lat);
  }
}
