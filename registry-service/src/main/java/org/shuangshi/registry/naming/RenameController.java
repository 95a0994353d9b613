package org.shuangshi.registry.naming;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "names", description = "更名：道路、行政区划及其下的全部地址和代码；If-Match 为该道路或区划的 etag")
class RenameController {
  private static final String IF_MATCH = "If-Match";

  private final RenameService names;
  private final RenameReach reach;
  private final Days days;

  RenameController(RenameService names, RenameReach reach, Days days) {
    this.names = names;
    this.reach = reach;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/roads/{id}/rename")
  @Operation(summary = "道路更名会涉及多少", description = "从 from 起更名要改写的地址数；只数不写")
  Renamed reachOfRoad(
      @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate from) {
    return reach.road(id, from(from));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/regions/{id}/rename")
  @Operation(
      summary = "行政区划更名会涉及多少",
      description = "从 from 起更名要改写的地址数；regions 和 grids 为代码也改时随之改代码的下级；只数不写")
  Renamed reachOfRegion(
      @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate from) {
    return reach.region(id, from(from));
  }

  @Needs(Permission.REGION_WRITE)
  @PostMapping("/api/roads/{id}/rename")
  @Operation(summary = "道路更名", description = "从 from 起道路及其下全部地址用新名，旧地址成为别名")
  Renamed road(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody RenameRequest.OfRoad request) {
    return names.road(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.REGION_WRITE)
  @PostMapping("/api/regions/{id}/rename")
  @Operation(
      summary = "行政区划更名",
      description = "从 from 起区划及其范围内的地址用新名；给出 code 则下级区划和网格的代码随之改，旧代码仍可查到")
  Renamed region(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody RenameRequest.OfRegion request) {
    return names.region(id, Etag.required(seen), request, from(request.from()));
  }

  private LocalDate from(@Nullable LocalDate from) {
    return from == null ? days.today() : from;
  }
}
