package org.shuangshi.intake.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A footprint of somebody else's file, and what is to be in it.
 *
 * @param key as the import of the file knows it
 * @param footprint its largest part, in lattice steps
 * @param inside a point in it, in lattice steps
 * @param street road of its address, where the file says
 * @param number door plate on it, where the file says: 2727
 */
record Given(
    String key,
    Polygon footprint,
    Coordinate inside,
    @Nullable String name,
    @Nullable String street,
    @Nullable String number,
    Kind kind,
    Building.Body body) {

  double x() {
    return Lattice.eastMetres(inside.x);
  }

  double y() {
    return Lattice.northMetres(inside.y);
  }

  /** About how many households will live in it; the exact number needs its rooms. */
  double load() {
    return switch (kind) {
      case SLAB, TOWER -> 0.75 * body.floors() * Math.max(1, body.entrances()) * body.perFloor();
      case OLD_HOUSE -> 0.8 * body.perFloor();
      case SHOPHOUSE -> 0.75 * (body.floors() - 1) * Math.max(1, body.perFloor() / 2);
      default -> 0.02;
    };
  }
}
