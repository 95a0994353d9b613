package org.shuangshi.registry.cell;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;

/**
 * People of any area, counted.
 *
 * @param knownAt instant whose belief is asked for; absent means that of now
 */
record PeopleCountRequest(
    @Nullable WithinRequest within, @Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {}
