package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.List;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes a plan and its drawing out, for whoever works on it. */
@Component
class PlanDesk {
  private static final TypeReference<java.util.TreeMap<String, Long>> BASE =
      new TypeReference<>() {};

  private final PlanRepository plans;
  private final GroundRepository grounds;
  private final JsonMapper json;

  PlanDesk(PlanRepository plans, GroundRepository grounds, JsonMapper json) {
    this.plans = plans;
    this.grounds = grounds;
    this.json = json;
  }

  /** The plan; unknown where who asks does not read all its communities. */
  Plan get(long id) {
    return plans
        .find(id)
        .orElseThrow(() -> Refusal.unknown("plan.unknown", "没有编号为 " + id + " 的方案"))
        .require(Permission.REGISTER_READ);
  }

  PlanDocument document(long id) {
    try {
      return json.readValue(plans.document(id), PlanDocument.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("document of plan " + id + " is none", e);
    }
  }

  /** What it is drawn on: what stood before it, once it is published. */
  Ground ground(Plan plan) {
    LocalDate from = plan.validFrom();
    return grounds.ground(plan.communities(), from == null ? plan.basedOn() : from.minusDays(1));
  }

  Drawing drawing(Plan plan) {
    return Drawing.of(ground(plan), document(plan.id()));
  }

  /**
   * The document over ground of another day, or read in a transaction; refused where other grids
   * stand there than those the plan was begun from.
   */
  Drawing drawing(Plan plan, Ground ground) {
    if (isOvertaken(plan, ground)) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT,
          "plan.overtaken",
          "方案开始以后，这些社区在 " + ground.day() + " 的网格已有变动或另有安排；请据现状另做方案");
    }
    return Drawing.of(ground, document(plan.id()));
  }

  /** Whether other grids stand there by now, or will on a later day. */
  boolean isOvertaken(Plan plan, Ground ground) {
    return !json.readValue(plan.base(), BASE).equals(ground.base())
        || ground.grids().stream().anyMatch(each -> !each.endless());
  }

  List<PlanFault> faults(Drawing drawing, Plan plan, LocalDate day) {
    return PlanFaults.of(
        drawing,
        grounds.footprints(plan.communities(), day),
        Double.parseDouble(grounds.setting("plan.sliver_metres")));
  }

  String written(Object value) {
    return json.writeValueAsString(value);
  }
}
