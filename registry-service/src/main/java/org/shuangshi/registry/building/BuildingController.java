package org.shuangshi.registry.building;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "buildings", description = "楼栋与户况图")
class BuildingController {
  private final BuildingService buildings;
  private final Days days;

  BuildingController(BuildingService buildings, Days days) {
    this.buildings = buildings;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/buildings/{id}")
  @Operation(summary = "一栋楼", description = "含图形、所在网格、社区、小区和户室数")
  BuildingResponse get(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt) {
    return buildings.get(id, days.asked(asOf, knownAt));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/buildings/{id}/chart")
  @Operation(summary = "户况图", description = "单元 × 楼层（自上而下）× 房号（自左而右）；没有居住状态的车库等也在图中")
  ChartResponse chart(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt) {
    return buildings.chart(id, days.asked(asOf, knownAt));
  }
}
