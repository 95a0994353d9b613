package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.plan.PlanRequest.NewPlan;
import org.shuangshi.registry.plan.PlanRequest.NewPlanComment;
import org.shuangshi.registry.plan.PlanRequest.PlanShares;
import org.shuangshi.registry.request.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/grid-plans")
@Tag(name = "grid-plans", description = "网格方案：起草、共享、评论、找问题")
class PlanController {
  private static final String IF_MATCH = "If-Match";

  private final PlanService plans;

  PlanController(PlanService plans) {
    this.plans = plans;
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "新方案",
      description = "从 community 或 communities 现有（或已排定）的网格起草；别人已有未完成的方案时 409，beside=true 则另做一个")
  PlanResponse begin(@RequestBody NewPlan request) {
    return plans.begin(request);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping
  @Operation(summary = "网格方案", description = "最近的在前；open=true 只看未发布的，community 为社区代码")
  Page<PlanResponse> list(
      @RequestParam(required = false) @Nullable String community,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return plans.list(community, open, limit, after);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/{id}")
  @Operation(summary = "一个方案", description = "含全部网格；ETag 用于保存")
  ResponseEntity<PlanResponse> get(@PathVariable long id) {
    return tagged(plans.get(id));
  }

  @Needs(Permission.GRID_PLAN)
  @PutMapping("/{id}")
  @Operation(summary = "保存草稿", description = "全部网格；If-Match 为所见的 etag，别人先保存过则 412")
  ResponseEntity<PlanResponse> save(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PlanDocument document) {
    return tagged(plans.save(id, seen, document));
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/{id}/edits")
  @Operation(summary = "修改草稿", description = "依次做几项修改并保存；有一项做不成就都不做（409，说明位置）")
  ResponseEntity<PlanResponse> edit(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PlanEdits edits) {
    return tagged(plans.edit(id, seen, edits));
  }

  @Needs(Permission.GRID_PLAN)
  @PutMapping("/{id}/shares")
  @Operation(summary = "与谁共享", description = "accounts 为账号名；他们也可以改这个草稿")
  PlanResponse share(@PathVariable long id, @RequestBody PlanShares request) {
    return plans.share(id, request.accounts());
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/{id}/comments")
  @Operation(summary = "评论", description = "先说的在前")
  Page<PlanComment> comments(
      @PathVariable long id,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return plans.comments(id, limit, after);
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/{id}/comments")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "评论一句", description = "可以指明网格或位置")
  PlanComment comment(@PathVariable long id, @RequestBody NewPlanComment request) {
    return plans.comment(id, request);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/{id}/ground")
  @Operation(summary = "底图", description = "社区、现有网格、外围一圈网格、楼栋、道路、水系、小区；overtaken 表示现状已变，方案不能再发布")
  PlanGround ground(@PathVariable long id) {
    return plans.ground(id);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/{id}/faults")
  @Operation(summary = "问题", description = "缝隙、重叠、细碎、被切开或不在网格的楼栋、没有网格长……；repair 是试过的修法")
  List<PlanFault> faults(@PathVariable long id) {
    return plans.faults(id);
  }

  private static ResponseEntity<PlanResponse> tagged(PlanResponse plan) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, plan.etag()).body(plan);
  }
}
