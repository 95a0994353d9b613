package org.shuangshi.registry.region;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "regions", description = "行政区划：市、区县、街道、社区")
class RegionController {
  private final RegionService regions;
  private final Days days;

  RegionController(RegionService regions, Days days) {
    this.regions = regions;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/regions")
  @Operation(summary = "区划列表", description = "按编码排序；geometry=true 时含图形")
  Page<RegionResponse> list(
      @RequestParam(required = false) @Nullable RegionLevel level,
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "false") boolean geometry,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return regions.list(days.asked(asOf), level, parent, geometry, limit, after);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/regions/{code}")
  @Operation(summary = "一个区划", description = "含图形")
  RegionResponse get(
      @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
    return regions.get(code, days.asked(asOf));
  }
}
