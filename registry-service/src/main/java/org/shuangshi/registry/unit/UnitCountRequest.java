package org.shuangshi.registry.unit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.Occupancy;

/**
 * Units of any area, counted.
 *
 * @param occupancy states asked for; absent or empty means all four
 * @param basis why they are occupied; absent or empty asks nothing of it
 * @param knownAt instant whose belief is asked for; absent means that of now
 */
record UnitCountRequest(
    WithinRequest within,
    @Nullable Set<Occupancy> occupancy,
    @Nullable Set<Basis> basis,
    @Nullable Boolean contradiction,
    @Nullable LocalDate asOf,
    @Nullable OffsetDateTime knownAt) {}
