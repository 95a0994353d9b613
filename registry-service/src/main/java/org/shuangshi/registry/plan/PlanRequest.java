package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of plans. */
final class PlanRequest {

  private PlanRequest() {}

  /**
   * A new draft.
   *
   * @param community code of one
   * @param communities codes of several
   * @param beside though others have an open plan of some of them
   */
  record NewPlan(
      @Nullable String community,
      @Nullable List<String> communities,
      @Nullable String name,
      @Nullable Boolean beside) {}

  /**
   * Who else draws.
   *
   * @param accounts names of all of them
   */
  record PlanShares(@Nullable List<String> accounts) {}

  /**
   * Something to be said.
   *
   * @param grid id in the document
   */
  record NewPlanComment(
      @Nullable String text, @Nullable Long grid, @Nullable Double lon, @Nullable Double lat) {}

  /** Why. */
  record PlanReason(@Nullable String why) {}

  /**
   * From when it is to be so.
   *
   * @param from null: today
   */
  record PlanPublication(@Nullable LocalDate from, @Nullable String why) {}
}
