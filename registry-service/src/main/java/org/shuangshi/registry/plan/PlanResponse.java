package org.shuangshi.registry.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.plan.Plan.PlanWho;

/**
 * A plan.
 *
 * @param etag to be sent as If-Match by who changes it
 * @param writable whether who asks may draw in it now
 * @param change id of the change it was published under
 * @param undo id of the change it was taken back under
 * @param steps who brought it to which state; null in a list
 * @param document null in a list
 */
record PlanResponse(
    long id,
    String name,
    PlanState state,
    int revision,
    String etag,
    List<CodeName> communities,
    LocalDate basedOn,
    PlanWho owner,
    boolean own,
    boolean writable,
    List<String> sharedWith,
    OffsetDateTime madeAt,
    PlanWho savedBy,
    OffsetDateTime savedAt,
    @Nullable LocalDate validFrom,
    @Nullable Long change,
    @Nullable Long undo,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PlanStep> steps,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        @Schema(implementation = PlanDocument.class)
        @Nullable String document) {

  /** Somebody brought it to a state. */
  record PlanStep(
      PlanWho who, OffsetDateTime at, PlanState state, @Nullable String why, int revision) {}

  static PlanResponse of(
      Plan plan,
      List<CodeName> communities,
      @Nullable List<PlanStep> steps,
      @Nullable String document) {
    return new PlanResponse(
        plan.id(),
        plan.name(),
        plan.state(),
        plan.revision(),
        plan.etag(),
        communities,
        plan.basedOn(),
        plan.owner(),
        plan.isOwn(),
        plan.isWritable(),
        plan.sharedWith(),
        plan.madeAt(),
        plan.savedBy(),
        plan.savedAt(),
        plan.validFrom(),
        plan.change(),
        plan.undo(),
        steps,
        document);
  }
}
