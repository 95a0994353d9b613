package org.shuangshi.registry.unit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.Occupancy;

/**
 * Units of any area.
 *
 * @param occupancy states asked for; absent or empty means all four
 * @param basis why they are occupied; absent or empty asks nothing of it
 * @param knownAt instant whose belief is asked for; absent means that of now
 * @param limit rows of a page, 1 to 1000
 * @param after {@code next} of the page before
 */
record UnitSearchRequest(
    WithinRequest within,
    @Nullable Set<Occupancy> occupancy,
    @Nullable Set<Basis> basis,
    @Nullable Boolean contradiction,
    @Nullable LocalDate asOf,
    @Nullable OffsetDateTime knownAt,
    @Nullable Integer limit,
    @Nullable String after) {}
