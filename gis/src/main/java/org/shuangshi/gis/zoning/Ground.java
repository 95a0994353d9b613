package org.shuangshi.gis.zoning;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What is to be divided. Everything in degrees of CGCS2000, lon east and lat north; it is rounded
 * to the 1e-8° lattice first.
 *
 * @param community polygon or multipolygon, valid
 * @param buildings those of the community; no grid border runs through one
 * @param compounds named compounds, which stay whole
 * @param barriers lines that grids should end at
 * @param grids the plan that stands; empty for a first division
 */
public record Ground(
    Geometry community,
    List<Building> buildings,
    List<Compound> compounds,
    List<Barrier> barriers,
    List<Grid> grids) {
  public Ground {
    buildings = List.copyOf(buildings);
    compounds = List.copyOf(compounds);
    barriers = List.copyOf(barriers);
    grids = List.copyOf(grids);
  }

  /**
   * A building.
   *
   * @param footprint polygon or multipolygon, valid
   * @param inside decides which compound and grid it is of
   * @param load households known, and what the caller adds for dwellings nobody knows of
   * @param fresh whether it came after the plan that stands, so that nobody in it changes hands
   */
  public record Building(long id, Geometry footprint, Coordinate inside, int load, boolean fresh) {}

  /**
   * A compound (小区).
   *
   * @param area polygon or multipolygon, valid
   * @param wallWeight of a metre of its border; 0 where it has no wall
   */
  public record Compound(long id, Geometry area, double wallWeight) {}

  /**
   * A road, a water, a railway.
   *
   * @param line any lines
   * @param weight of a metre that lies inside a grid
   * @param forbidden whether a grid may reach across it; round its end it may
   */
  public record Barrier(Geometry line, double weight, boolean forbidden) {}

  /**
   * A grid of the plan that stands.
   *
   * @param area polygon or multipolygon, valid
   * @param locked whether it has to stay as it is
   */
  public record Grid(long id, Geometry area, boolean locked) {}
}
