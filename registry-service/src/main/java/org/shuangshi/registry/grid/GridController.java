package org.shuangshi.registry.grid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "grids", description = "网格：边界、队伍、汇总与清单")
class GridController {
  private final GridService grids;
  private final Looks looks;
  private final Days days;

  GridController(GridService grids, Looks looks, Days days) {
    this.grids = grids;
    this.looks = looks;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids")
  @Operation(summary = "网格列表", description = "按编码排序；number 为网格序号（12 即 …012）")
  Page<GridResponse> list(
      @RequestParam(required = false) @Nullable String community,
      @RequestParam(required = false) @Nullable Integer number,
      @RequestParam(required = false) @Nullable String bbox,
      @RequestParam(defaultValue = "true") boolean geometry,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return grids.list(
        GridQuery.of(days.asked(asOf, knownAt), community, number, bbox, geometry), limit, after);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids/{code}")
  @Operation(summary = "一个网格", description = "含图形、户数区间和队伍")
  GridCardResponse get(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt) {
    return grids.get(code, days.asked(asOf, knownAt));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids/{code}/summary")
  @Operation(summary = "网格汇总", description = "四种居住状态分开计数；每个数都有对应的清单")
  GridSummaryResponse summary(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt) {
    return grids.summary(code, days.asked(asOf, knownAt));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids/{code}/buildings")
  @Operation(summary = "网格内的楼栋", description = "withoutUnits=true 只列没有户室的楼栋")
  Page<GridBuildingResponse> buildings(
      @PathVariable String code,
      @RequestParam(defaultValue = "false") boolean withoutUnits,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return grids.buildings(code, days.asked(asOf, knownAt), withoutUnits, limit, after);
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/grids/{code}/households")
  @Operation(summary = "网格内的常住户")
  Page<HouseholdResponse> households(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return looks.listed(
        "household.listed",
        "grid:" + code,
        grids.households(code, days.asked(asOf, knownAt), limit, after));
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/grids/{code}/people")
  @Operation(summary = "网格内的实有人口", description = "只有类别、户室和缺少的字段，不含任何个人信息")
  Page<PersonResponse> people(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable PersonKind kind,
      @RequestParam(defaultValue = "false") boolean incomplete,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return looks.listed(
        "person.listed",
        "grid:" + code,
        grids.people(code, days.asked(asOf, knownAt), kind, incomplete, limit, after));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/grids/{code}/organisations")
  @Operation(summary = "网格内的单位和商户")
  Page<OrganisationResponse> organisations(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return grids.organisations(code, days.asked(asOf, knownAt), limit, after);
  }
}
