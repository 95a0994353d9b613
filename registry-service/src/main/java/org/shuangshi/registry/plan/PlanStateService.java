package org.shuangshi.registry.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.plan.PlanResponse.PlanStep;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Why;
import org.springframework.stereotype.Service;

/** What becomes of a draft before it is published: checked, approved, given back, given up. */
@Service
class PlanStateService {
  private final PlanRepository plans;
  private final GroundRepository grounds;
  private final PlanDesk desk;

  PlanStateService(PlanRepository plans, GroundRepository grounds, PlanDesk desk) {
    this.plans = plans;
    this.grounds = grounds;
    this.desk = desk;
  }

  void check(long id) {
    Plan plan = desk.get(id).require(Permission.GRID_PLAN).requireState(PlanState.DRAFT);
    Ground ground = desk.ground(plan);
    requireSound(desk.faults(desk.drawing(plan, ground), plan, ground.day()));
    move(plan, PlanState.DRAFT, PlanState.CHECKED, null);
  }

  /** Goes on where nothing is wrong that a plan cannot be published with. */
  static void requireSound(List<PlanFault> faults) {
    List<PlanFault> forbidding = faults.stream().filter(PlanFault::forbids).toList();
    if (!forbidding.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "plan.faulty",
          "方案还有 " + forbidding.size() + " 处问题要先处理，第一处：" + forbidding.get(0).message());
    }
  }

  void approve(long id) {
    Plan plan = desk.get(id).require(Permission.GRID_APPROVE).requireState(PlanState.CHECKED);
    if (Boolean.parseBoolean(grounds.setting("plan.four_eyes"))
        && Reader.current().name().equals(checker(plan))) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "plan.own-check", "方案是您核对的，须由另一人批准");
    }
    move(plan, PlanState.CHECKED, PlanState.APPROVED, null);
  }

  private @Nullable String checker(Plan plan) {
    return plans.steps(plan.id()).stream()
        .filter(step -> step.state() == PlanState.CHECKED)
        .reduce((earlier, later) -> later)
        .map((PlanStep step) -> step.who().account())
        .orElse(null);
  }

  void giveBack(long id, @Nullable String why) {
    Plan plan = desk.get(id);
    if (!Reader.current().may(Permission.GRID_APPROVE)) {
      plan.require(Permission.GRID_PLAN);
    } else {
      plan.require(Permission.GRID_APPROVE);
    }
    plan.requireState(PlanState.CHECKED, PlanState.APPROVED);
    move(plan, plan.state(), PlanState.DRAFT, Why.required(why, "请写明退回的理由"));
  }

  void withdraw(long id, @Nullable String why) {
    Plan plan = desk.get(id).requireOwn().requireState(PlanState.DRAFT);
    move(plan, PlanState.DRAFT, PlanState.WITHDRAWN, Why.required(why, "请写明放弃的理由"));
  }

  private void move(Plan plan, PlanState from, PlanState to, @Nullable String why) {
    if (!plans.move(plan, List.of(from), to, why)) {
      desk.get(plan.id()).requireState(from).requireSeen(plan.etag());
    }
  }
}
