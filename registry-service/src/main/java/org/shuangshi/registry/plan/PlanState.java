package org.shuangshi.registry.plan;

/** How far a plan is. */
enum PlanState {
  DRAFT("草稿"),
  CHECKED("已核对"),
  APPROVED("已批准"),
  PUBLISHED("已发布"),
  UNDONE("已撤回发布"),
  WITHDRAWN("已放弃");

  private final String label;

  PlanState(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
