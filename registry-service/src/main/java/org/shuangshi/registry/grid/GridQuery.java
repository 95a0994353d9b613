package org.shuangshi.registry.grid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/** Which grids are meant; null filters nothing. */
record GridQuery(
    LocalDate asOf,
    @Nullable String community,
    @Nullable Integer number,
    @Nullable Window window,
    boolean withGeometry) {

  private static final int LARGEST_NUMBER = 999;

  static GridQuery of(
      LocalDate asOf,
      @Nullable String community,
      @Nullable Integer number,
      @Nullable String bbox,
      boolean withGeometry) {
    if (number != null && (number < 0 || number > LARGEST_NUMBER)) {
      throw Refusal.field("number", "parameter.invalid", "number 应在 0–" + LARGEST_NUMBER + " 之间");
    }
    return new GridQuery(asOf, community, number, Window.parse(bbox), withGeometry);
  }
}
