package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.plan.PlanRequest.PlanPublication;
import org.shuangshi.registry.plan.PlanRequest.PlanReason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/grid-plans/{id}")
@Tag(name = "grid-plan-states", description = "网格方案：核对、批准、发布、撤回")
class PlanStateController {
  private final PlanService plans;
  private final PlanStateService states;
  private final PublicationService publications;

  PlanStateController(PlanService plans, PlanStateService states, PublicationService publications) {
    this.plans = plans;
    this.states = states;
    this.publications = publications;
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/check")
  @Operation(summary = "核对", description = "有不能发布的问题时 409；核对以后不能再改图，除非退回")
  PlanResponse check(@PathVariable long id) {
    states.check(id);
    return plans.get(id);
  }

  @Needs(Permission.GRID_APPROVE)
  @PostMapping("/approve")
  @Operation(summary = "批准", description = "须由核对以外的另一人")
  PlanResponse approve(@PathVariable long id) {
    states.approve(id);
    return plans.get(id);
  }

  @Needs({Permission.GRID_PLAN, Permission.GRID_APPROVE})
  @PostMapping("/return")
  @Operation(summary = "退回成草稿", description = "why 为理由")
  PlanResponse giveBack(@PathVariable long id, @RequestBody PlanReason request) {
    states.giveBack(id, request.why());
    return plans.get(id);
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/withdraw")
  @Operation(summary = "放弃草稿", description = "why 为理由；记录还在")
  PlanResponse withdraw(@PathVariable long id, @RequestBody PlanReason request) {
    states.withdraw(id, request.why());
    return plans.get(id);
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/publish")
  @Operation(summary = "发布", description = "从 from（今天或以后）起生效；网格、岗位、沿革、楼栋归属在一个事务里。开始以后现状变过则 409")
  PlanResponse publish(
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
      @RequestBody PlanPublication request) {
    publications.publish(id, seen, request.from(), request.why());
    return plans.get(id);
  }

  @Needs(Permission.GRID_APPROVE)
  @PostMapping("/undo")
  @Operation(summary = "撤回发布", description = "网格、岗位、归属都回到发布以前；发布以后又改过的则 409")
  PlanResponse undo(@PathVariable long id, @RequestBody PlanReason request) {
    publications.undo(id, request.why());
    return plans.get(id);
  }
}
