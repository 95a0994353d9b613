package org.shuangshi.gis.zoning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A community divided into grids. The polygons are in degrees on the 1e-8° lattice and fill the
 * community edge to edge.
 *
 * @param grids those that stood before first, in their order, then the new ones
 * @param community the given one on the lattice, with a vertex wherever two grids meet on its
 *     border
 * @param score in the order plans are compared
 * @param remarks what could not be kept, and why
 */
public record GridPlan(List<Grid> grids, Geometry community, Score score, List<Remark> remarks) {
  public GridPlan {
    grids = List.copyOf(grids);
    remarks = List.copyOf(remarks);
  }

  /**
   * A grid.
   *
   * @param id of the grid that stood before, null for a new one
   * @param load households
   * @param buildings their ids, ascending
   */
  public record Grid(@Nullable Long id, MultiPolygon area, long load, List<Long> buildings) {
    public Grid {
      buildings = List.copyOf(buildings);
    }
  }

  /**
   * Something to know about the plan.
   *
   * @param at in degrees, a place in the ground meant
   * @param thing id of the building or compound meant, null where it is about ground
   * @param load households there
   */
  public record Remark(Reason reason, Coordinate at, @Nullable Long thing, long load) {}
}
