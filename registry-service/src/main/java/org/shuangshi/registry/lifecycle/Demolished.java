package org.shuangshi.registry.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * How much ended with a building. Households, residences and tenancies are null where who asks does
 * not see what people there are called.
 */
record Demolished(
    int entrances,
    int units,
    @Nullable Integer households,
    @Nullable Integer residences,
    @Nullable Integer tenancies,
    int organisations,
    int evidence) {}
