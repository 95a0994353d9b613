package org.shuangshi.registry.lifecycle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/buildings")
@Tag(name = "lifecycle", description = "楼栋的拆除、合并、拆分；If-Match 为该楼栋的 etag")
class LifecycleController {
  private static final String IF_MATCH = "If-Match";

  private final DemolitionService demolitions;
  private final RebuildingService rebuildings;
  private final Days days;

  LifecycleController(DemolitionService demolitions, RebuildingService rebuildings, Days days) {
    this.demolitions = demolitions;
    this.rebuildings = rebuildings;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/{id}/contents")
  @Operation(summary = "楼内有多少", description = "从 from 起还在楼内的单元、户室、户、居住关系、租赁、单位和证据各多少：拆除时会随之终止的")
  Demolished contents(
      @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate from) {
    return demolitions.contents(id, from(from));
  }

  @Needs(Permission.PLACE_WRITE)
  @PostMapping("/{id}/demolish")
  @Operation(
      summary = "拆除",
      description = "从 from 起为已拆除；endUnits=true 时单元、户室、户、居住关系、租赁、单位和证据同日终止，否则楼内还有户室即拒绝（409）")
  Demolished demolish(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody LifecycleRequest.Demolish request) {
    return demolitions.demolish(id, Etag.required(seen), request, from(request.from()));
  }

  @Needs(Permission.PLACE_WRITE)
  @PostMapping("/merge")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "合并", description = "从 from 起几栋楼成为一栋新楼，单元和户室随之；旧楼为已合并，留有沿革")
  Rebuilt merge(@RequestBody LifecycleRequest.Merge request) {
    return rebuildings.merge(request, from(request.from()));
  }

  @Needs(Permission.PLACE_WRITE)
  @PostMapping("/{id}/split")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "拆分",
      description = "从 from 起一栋楼成为几栋新楼；每个户室恰在一处，单元随其户室，没有户室的单元归最近的一栋；旧楼为已拆分，留有沿革")
  Rebuilt split(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody LifecycleRequest.Divide request) {
    return rebuildings.split(id, Etag.required(seen), request, from(request.from()));
  }

  private LocalDate from(@Nullable LocalDate from) {
    return from == null ? days.today() : from;
  }
}
