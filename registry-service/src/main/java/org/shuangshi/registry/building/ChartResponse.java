package org.shuangshi.registry.building;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.EvidenceResponse;
import org.shuangshi.registry.occupancy.Hint;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.unit.EntranceReference;
import org.shuangshi.registry.unit.UnitUse;

/** 户况图 of a building: entrance × floor × room. */
record ChartResponse(ChartBuilding building, LocalDate asOf, List<ChartEntrance> entrances) {

  /** The building charted. */
  public record ChartBuilding(
      long id,
      @Nullable String name,
      BuildingUse use,
      @Nullable Integer floors,
      @Nullable String address,
      double lon,
      double lat) {}

  /**
   * One entrance; id and name are null for units reached by no entrance of their own.
   *
   * @param floors from top to bottom
   */
  public record ChartEntrance(
      @Nullable Long id, @Nullable String name, int ordinal, List<ChartFloor> floors) {}

  /**
   * One floor.
   *
   * @param units from left to right
   */
  public record ChartFloor(int floor, List<ChartUnit> units) {}

  /**
   * A unit of the chart.
   *
   * @param occupancy null for garages, storerooms and plant rooms, which have none
   * @param people how many live there that day; null where who asks does not see their names
   */
  public record ChartUnit(
      long id,
      @Nullable Occupancy occupancy,
      @Nullable Basis basis,
      boolean contradiction,
      @Nullable Hint hint,
      @Nullable EvidenceResponse evidence,
      @Nullable EntranceReference entrance,
      @Nullable String address,
      int floor,
      String room,
      UnitUse use,
      @Nullable Double areaM2,
      @Nullable Integer people) {}
}
