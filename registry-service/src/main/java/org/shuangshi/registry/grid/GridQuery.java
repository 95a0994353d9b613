package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.When;

/** Which grids are meant; null filters nothing. */
record GridQuery(
    When when,
    @Nullable String community,
    @Nullable Integer number,
    @Nullable Window window,
    boolean withGeometry) {

  private static final int LARGEST_NUMBER = 999;

  static GridQuery of(
      When when,
      @Nullable String community,
      @Nullable Integer number,
      @Nullable String bbox,
      boolean withGeometry) {
    if (number != null && (number < 0 || number > LARGEST_NUMBER)) {
      throw Refusal.field("number", "parameter.invalid", "number 应在 0–" + LARGEST_NUMBER + " 之间");
    }
    return new GridQuery(when, community, number, Window.parse(bbox), withGeometry);
  }
}
