package org.shuangshi.registry.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "units", description = "户室：按网格、区划或任意多边形列出和统计")
class UnitController {
  private final UnitService units;
  private final Days days;

  UnitController(UnitService units, Days days) {
    this.units = units;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids/{code}/units")
  @Operation(summary = "网格内的户室", description = "按楼栋、单元、楼层、房号排序；只列有居住状态的户室；basis 只列按此居住的户室")
  Page<UnitResponse> ofGrid(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable Set<Occupancy> occupancy,
      @RequestParam(required = false) @Nullable Set<Basis> basis,
      @RequestParam(defaultValue = "false") boolean contradiction,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return units.list(
        UnitQuery.of(
            new Area.OfGrid(code), days.asked(asOf, knownAt), occupancy, basis, contradiction),
        limit,
        after);
  }

  @Needs(Permission.REGISTER_READ)
  @PostMapping("/api/units/search")
  @Operation(summary = "任意范围内的户室", description = "范围为网格、区划或多边形（内点落在其中，含边界）")
  Page<UnitResponse> search(@RequestBody UnitSearchRequest request) {
    return units.list(
        UnitQuery.of(
            area(request.within()),
            days.asked(request.asOf(), request.knownAt()),
            request.occupancy(),
            request.basis(),
            request.contradiction()),
        request.limit() == null ? Page.USUAL : request.limit(),
        request.after());
  }

  @Needs(Permission.REGISTER_READ)
  @PostMapping("/api/units/count")
  @Operation(summary = "任意范围内的户室数", description = "四种状态分开计数")
  UnitCountResponse count(@RequestBody UnitCountRequest request) {
    return units.count(
        UnitQuery.of(
            area(request.within()),
            days.asked(request.asOf(), request.knownAt()),
            request.occupancy(),
            request.basis(),
            request.contradiction()));
  }

  private static Area area(@Nullable WithinRequest within) {
    if (within == null) {
      throw Refusal.field("within", "field.missing", "缺少 within：要查询的范围");
    }
    return within.area("within");
  }
}
