package org.shuangshi.gis.zoning;

import org.locationtech.jts.geom.Coordinate;

/** Two vertices in steps, whichever way it is walked. */
record Segment(Coordinate low, Coordinate high) {
  static Segment of(Coordinate a, Coordinate b) {
    return a.compareTo(b) <= 0 ? new Segment(a, b) : new Segment(b, a);
  }
}
