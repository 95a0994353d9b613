package org.shuangshi.gis.mesh;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A building as grids see it.
 *
 * @param id above 0
 * @param footprint polygon or multipolygon in degrees; an invalid one is taken as GeometryFixer
 *     mends it
 * @param inside the place in it by which it belongs to a grid, degrees, as the register has it
 */
public record Building(long id, Geometry footprint, Coordinate inside) {
  public Building {
    footprint = footprint.isValid() ? footprint : GeometryFixer.fix(footprint);
  }
}
