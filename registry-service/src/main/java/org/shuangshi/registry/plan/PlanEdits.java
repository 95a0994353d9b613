package org.shuangshi.registry.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits to be done one after another, all or none. */
record PlanEdits(@Nullable List<PlanEdit> edits) {}
