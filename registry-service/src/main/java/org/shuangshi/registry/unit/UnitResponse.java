package org.shuangshi.registry.unit;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.EvidenceResponse;
import org.shuangshi.registry.occupancy.Hint;
import org.shuangshi.registry.occupancy.Occupancy;

/**
 * A unit in a list.
 *
 * @param contradiction 有登记无人住: registered as occupied, found empty by a later visit
 * @param floor 1 is the ground floor, -1 the first below; there is no 0
 */
record UnitResponse(
    long id,
    Occupancy occupancy,
    @Nullable Basis basis,
    boolean contradiction,
    @Nullable Hint hint,
    @Nullable EvidenceResponse evidence,
    BuildingReference building,
    @Nullable EntranceReference entrance,
    @Nullable String address,
    int floor,
    String room,
    UnitUse use,
    @Nullable Double areaM2) {

  /**
   * The building of a unit.
   *
   * @param lon of its inside point, EPSG:4490
   * @param lat of its inside point, EPSG:4490
   */
  public record BuildingReference(long id, @Nullable String name, double lon, double lat) {}
}
