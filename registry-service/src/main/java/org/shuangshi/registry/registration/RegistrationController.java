package org.shuangshi.registry.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.shuangshi.registry.request.When;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "registrations", description = "户籍在此而不住在此：户在人不在、空挂户；不计入实有人口")
class RegistrationController {
  private final RegistrationService registrations;
  private final Looks looks;
  private final Days days;

  RegistrationController(RegistrationService registrations, Looks looks, Days days) {
    this.registrations = registrations;
    this.looks = looks;
    this.days = days;
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/grids/{code}/away")
  @Operation(summary = "网格内户在人不在的人", description = "户籍登记在这里的户室，主要居所不在该户室；只列户室，不含个人信息")
  Page<AwayResponse> awayOfGrid(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Area area = new Area.OfGrid(code);
    return looks.listed(
        "person.listed",
        area.target(),
        registrations.away(area, days.asked(asOf, knownAt), limit, after));
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/grids/{code}/empty-books")
  @Operation(
      summary = "网格内的空挂户",
      description = "户口簿（有户号按户号，同一户室无户号的合为一簿）在这里的户室，簿上没有一人主要住在该户室；id 为簿上编号最小的人")
  Page<EmptyBookResponse> emptyBooksOfGrid(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Area area = new Area.OfGrid(code);
    return looks.listed(
        "person.listed",
        area.target(),
        registrations.emptyBooks(area, days.asked(asOf, knownAt), limit, after));
  }

  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/registrations/away")
  @Operation(summary = "任意范围内户在人不在的人", description = "范围为网格、区划或多边形")
  Page<AwayResponse> away(@RequestBody RegistrationRequest request) {
    Area area = area(request);
    return looks.listed(
        "person.listed",
        area.target(),
        registrations.away(area, when(request), limit(request), request.after()));
  }

  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/registrations/empty-books")
  @Operation(summary = "任意范围内的空挂户", description = "范围为网格、区划或多边形")
  Page<EmptyBookResponse> emptyBooks(@RequestBody RegistrationRequest request) {
    Area area = area(request);
    return looks.listed(
        "person.listed",
        area.target(),
        registrations.emptyBooks(area, when(request), limit(request), request.after()));
  }

  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/registrations/count")
  @Operation(summary = "任意范围内户在人不在、空挂户的数目")
  RegistrationCounts count(@RequestBody RegistrationRequest request) {
    if (request.limit() != null || request.after() != null) {
      throw Refusal.field("limit", "field.unknown", "计数不分页，不接受 limit、after");
    }
    return registrations.count(area(request), when(request));
  }

  private When when(RegistrationRequest request) {
    return days.asked(request.asOf(), request.knownAt());
  }

  private static int limit(RegistrationRequest request) {
    Integer limit = request.limit();
    return limit == null ? Page.USUAL : limit;
  }

  private static Area area(RegistrationRequest request) {
    WithinRequest within = request.within();
    if (within == null) {
      throw Refusal.field("within", "field.missing", "缺少 within：要查询的范围");
    }
    return within.area("within");
  }
}
