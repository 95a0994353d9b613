package org.shuangshi.registry.building;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.occupancy.OccupancyCounts;

/**
 * One building.
 *
 * @param floors above ground; null where unknown
 * @param lon of its inside point, EPSG:4490
 * @param lat of its inside point, EPSG:4490
 * @param geometry GeoJSON MultiPolygon
 * @param grid the grid that covers its inside point; null outside every grid
 */
record BuildingResponse(
    long id,
    @Nullable String name,
    BuildingUse use,
    BuildingStatus status,
    @Nullable Structure structure,
    @Nullable Integer floors,
    @Nullable Integer floorsBelow,
    @Nullable Double heightM,
    @Nullable Integer yearBuilt,
    @Nullable String address,
    double lon,
    double lat,
    @JsonRawValue @Schema(types = "object", description = "GeoJSON MultiPolygon") String geometry,
    @Nullable CodeName grid,
    @Nullable CodeName community,
    @Nullable EstateReference estate,
    OccupancyCounts unitsByOccupancy) {

  /** 小区 that covers the inside point. */
  public record EstateReference(long id, String name) {}
}
