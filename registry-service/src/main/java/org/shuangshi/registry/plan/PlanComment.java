package org.shuangshi.registry.plan;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Plan.PlanWho;

/**
 * Something said of a plan.
 *
 * @param grid id in the document it is about
 */
record PlanComment(
    long id,
    PlanWho who,
    OffsetDateTime at,
    String text,
    @Nullable Long grid,
    @Nullable Double lon,
    @Nullable Double lat) {}
