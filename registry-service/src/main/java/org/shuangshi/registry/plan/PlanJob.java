package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Work on a plan that takes a while.
 *
 * @param share of it done, 0 to 1
 * @param grids found, once done; the plan itself is as it was
 */
record PlanJob(
    long job,
    State state,
    double share,
    @Nullable String problem,
    @Nullable List<ProposedGrid> grids,
    @Nullable ProposedScore score,
    @Nullable List<ProposedRemark> remarks) {

  /** How far. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * A grid that is proposed.
   *
   * @param id of one of the document's, or a new one
   * @param community code
   */
  record ProposedGrid(
      long id,
      String community,
      long load,
      int buildings,
      @Schema(type = "object") JsonNode geometry) {}

  /** How good the proposal is, in the order plans are compared. */
  record ProposedScore(
      int gridsOutOfBand,
      int buildingsCut,
      int compoundsCut,
      long barriersCrossed,
      long loadMoved,
      double compactness) {}

  /**
   * What could not be kept, and why.
   *
   * @param thing id of the building or compound meant
   */
  record ProposedRemark(
      String code, String message, double lon, double lat, @Nullable Long thing, long load) {}
}
