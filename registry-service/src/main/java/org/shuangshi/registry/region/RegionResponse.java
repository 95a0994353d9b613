package org.shuangshi.registry.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region.
 *
 * @param bbox west, south, east, north, EPSG:4490
 * @param centre lon, lat of a point inside
 * @param geometry GeoJSON MultiPolygon; in lists where it was asked for
 */
record RegionResponse(
    long id,
    String code,
    RegionLevel level,
    String name,
    @Nullable RegionReference parent,
    List<Double> bbox,
    List<Double> centre,
    @Nullable
        @JsonRawValue
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(types = "object", description = "GeoJSON MultiPolygon")
        String geometry) {}
