package org.shuangshi.registry.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing the words may mean.
 *
 * @param sub where it is or what else it is called, for telling equal labels apart
 * @param lon of a place to fly to, EPSG:4490
 * @param lat of a place to fly to, EPSG:4490
 * @param code of grids and regions
 * @param buildingId of addresses that belong to a building
 */
record Hit(
    Kind kind,
    long id,
    String label,
    @Nullable String sub,
    double lon,
    double lat,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String code,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Long buildingId) {

  /** What kind of thing it is. */
  public enum Kind {
    ADDRESS,
    BUILDING,
    ESTATE,
    GRID,
    REGION
  }
}
