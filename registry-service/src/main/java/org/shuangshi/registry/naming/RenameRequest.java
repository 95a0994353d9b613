package org.shuangshi.registry.naming;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What something is called from a day on. */
final class RenameRequest {

  private RenameRequest() {}

  /**
   * A road.
   *
   * @param from first day; without it today
   */
  record OfRoad(
      @Nullable String name,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * A region.
   *
   * @param code its code from that day on; without it the code stays
   * @param from first day; without it today
   */
  record OfRegion(
      @Nullable String name,
      @Nullable String code,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}
}
