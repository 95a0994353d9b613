package org.shuangshi.registry.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was found; fields masked, null where the reader may not see them.
 *
 * @param birth year, the rest hidden
 * @param homes where they live today, the main one first
 */
record Found(
    long id,
    @Nullable String name,
    @Nullable String sex,
    @Nullable String birth,
    @Nullable String documentType,
    @Nullable String documentNumber,
    List<Home> homes) {

  /**
   * A home.
   *
   * @param unit id
   * @param building id
   * @param lon of a point in the building, EPSG:4490
   * @param lat of a point in the building, EPSG:4490
   */
  record Home(
      long unit, long building, @Nullable String address, boolean main, double lon, double lat) {}
}
