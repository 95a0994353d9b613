package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.grid.GridKind;
import org.shuangshi.registry.grid.GridSetting;
import tools.jackson.databind.JsonNode;

/**
 * A grid as it is drawn.
 *
 * @param id of the grid that it is and stays; from {@link #FIRST_NEW} up for a new one
 * @param community code of its community
 * @param locked whether zoning and rebalancing leave it as it is
 * @param team null: who answers for it now
 * @param geometry GeoJSON Polygon or MultiPolygon, EPSG:4490, on the lattice of 1e-8 degrees
 */
record PlanGrid(
    long id,
    @Nullable String community,
    @Nullable String name,
    @Nullable GridKind kind,
    @Nullable GridSetting setting,
    @Nullable Boolean locked,
    @Nullable List<PlanPost> team,
    @Nullable @Schema(type = "object", description = "GeoJSON Polygon 或 MultiPolygon")
        JsonNode geometry) {

  /** Ids of grids the register does not have yet; a JavaScript number holds them exactly. */
  static final long FIRST_NEW = 1_000_000_000_000_000L;

  /** The last that a JavaScript number holds exactly. */
  static final long LAST_NEW = 9_007_199_254_740_991L;

  boolean isNew() {
    return id >= FIRST_NEW;
  }
}
