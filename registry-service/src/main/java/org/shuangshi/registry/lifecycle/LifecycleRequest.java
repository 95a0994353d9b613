package org.shuangshi.registry.lifecycle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What becomes of buildings from a day on. */
final class LifecycleRequest {

  private LifecycleRequest() {}

  /**
   * It is torn down.
   *
   * @param endUnits whether all that is in it ends too; else there must be no units
   */
  record Demolish(
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source,
      @Nullable Boolean endUnits) {}

  /**
   * Several become one.
   *
   * @param ids of the buildings, in the order their entrances are counted
   * @param values of the new building; without a geometry it is all their footprints, and what they
   *     agree on need not be said
   */
  record Merge(
      @Nullable List<Long> ids,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source,
      @Nullable @Schema(type = "object") JsonNode values) {}

  /** One becomes several. */
  record Divide(
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source,
      @Nullable List<Part> parts) {}

  /**
   * One of the new buildings.
   *
   * @param values with a geometry; what is not said is as it was, but for the name
   * @param units ids of the units that are in it
   */
  record Part(@Nullable @Schema(type = "object") JsonNode values, @Nullable List<Long> units) {}
}
