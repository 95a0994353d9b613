package org.shuangshi.registry.cell;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many live in an area.
 *
 * @param households those with a residence running that day (常住户)
 * @param people persons whose main residence is there
 * @param byCells null where everybody of the area was counted
 * @param outline around the buildings of the cells counted, of a drawn area; null where none was
 */
record PeopleCountResponse(
    long households,
    People people,
    @Nullable ByCells byCells,
    @Nullable
        @JsonRawValue
        @Schema(types = "object", description = "GeoJSON MultiPolygon, EPSG:4490")
        String outline) {}
