package org.shuangshi.registry.grid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.region.RegionReference;

/**
 * A grid in a list.
 *
 * @param number as people say it: 12 for …012
 * @param community null where the community ended before that day
 * @param bbox west, south, east, north, EPSG:4490
 * @param centre lon, lat of a point inside
 * @param geometry GeoJSON MultiPolygon; absent where the request said so
 */
record GridResponse(
    long id,
    String code,
    int number,
    String name,
    GridKind kind,
    GridSetting setting,
    @Nullable RegionReference community,
    List<Double> bbox,
    List<Double> centre,
    @Nullable
        @JsonRawValue
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(types = "object", description = "GeoJSON MultiPolygon")
        String geometry) {}
