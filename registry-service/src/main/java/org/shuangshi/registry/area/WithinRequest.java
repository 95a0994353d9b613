package org.shuangshi.registry.area;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/**
 * The area of a request: exactly one of the three.
 *
 * @param grid code of a grid
 * @param region code of a region of any level
 * @param geometry GeoJSON Polygon or MultiPolygon, lon lat, EPSG:4490
 */
public record WithinRequest(
    @Nullable String grid,
    @Nullable String region,
    @Nullable
        @Schema(
            implementation = Object.class,
            types = "object",
            description = "GeoJSON Polygon or MultiPolygon, lon lat, EPSG:4490")
        JsonNode geometry) {

  private static final int LONGEST_CODE = 15;

  /** The area meant. */
  public Area area(String field) {
    List<String> given = new ArrayList<>();
    if (grid != null) {
      given.add("grid");
    }
    if (region != null) {
      given.add("region");
    }
    if (geometry != null && !geometry.isNull()) {
      given.add("geometry");
    }
    if (given.size() != 1) {
      throw Refusal.field(field, "within.one-of", field + " 应给出 grid、region、geometry 之一，且只给一个");
    }
    if (grid != null) {
      return new Area.OfGrid(code(grid, field + ".grid"));
    }
    if (region != null) {
      return new Area.OfRegion(code(region, field + ".region"));
    }
    return new Area.OfShape(new GeoJsonShape(field + ".geometry").read(geometry));
  }

  private static String code(String code, String field) {
    if (!StringUtils.hasText(code)
        || code.length() > LONGEST_CODE
        || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refusal.field(field, "code.invalid", "编码应为数字");
    }
    return code;
  }
}
