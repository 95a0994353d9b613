package org.shuangshi.registry.plan;

import org.jspecify.annotations.Nullable;

/** Somebody who is to answer for a grid. */
record PlanPost(Role role, String name, @Nullable String phone) {

  /** 网格长, AB岗, 协管员, 信息员. */
  enum Role {
    LEADER,
    STAND_IN,
    ASSISTANT,
    INFORMATION_OFFICER
  }
}
