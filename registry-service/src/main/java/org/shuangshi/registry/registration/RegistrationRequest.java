package org.shuangshi.registry.registration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;

/**
 * Registrations of any area.
 *
 * @param knownAt instant whose belief is asked for; absent means that of now
 * @param limit rows of a page, 1 to 1000; not for counts
 * @param after {@code next} of the page before; not for counts
 */
record RegistrationRequest(
    WithinRequest within,
    @Nullable LocalDate asOf,
    @Nullable OffsetDateTime knownAt,
    @Nullable Integer limit,
    @Nullable String after) {}
