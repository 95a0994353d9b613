package org.shuangshi.registry.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is: all grids of its communities.
 *
 * @param name what the plan is called; null: as before
 */
record PlanDocument(@Nullable String name, @Nullable List<PlanGrid> grids) {

  List<PlanGrid> all() {
    return grids == null ? List.of() : grids;
  }
}
