package org.shuangshi.registry.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a plan.
 *
 * @param code stable: {@code coverage.gap}, {@code grid.no-leader}
 * @param grids ids in the document, and below 0 ground that is no single grid's
 * @param forbids whether the plan cannot be checked with it
 * @param repair edits that were tried: they mend this and make nothing else wrong
 */
record PlanFault(
    String code,
    String message,
    double lon,
    double lat,
    List<Long> grids,
    @Nullable Long building,
    double squareMetres,
    boolean forbids,
    List<PlanEdit> repair) {}
