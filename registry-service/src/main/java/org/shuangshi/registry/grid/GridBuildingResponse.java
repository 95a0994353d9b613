package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.occupancy.OccupancyCounts;

/**
 * A building of a grid.
 *
 * @param lon of its inside point, EPSG:4490
 * @param lat of its inside point, EPSG:4490
 */
record GridBuildingResponse(
    long id,
    @Nullable String name,
    BuildingUse use,
    @Nullable Integer floors,
    @Nullable String address,
    double lon,
    double lat,
    OccupancyCounts unitsByOccupancy) {}
