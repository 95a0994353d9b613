package org.shuangshi.registry.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody: a whole number, or the end of one, or a name and a birth date. All
 * that is given has to fit.
 *
 * @param documentType kind of the document; without it the number of any kind
 * @param documentNumber whole number, however it is written
 * @param documentTail last four characters of the number
 * @param name whole name
 * @param limit most people, 1 to 100; 20 where absent
 */
record FindRequest(
    @Nullable String documentType,
    @Nullable String documentNumber,
    @Nullable String documentTail,
    @Nullable String name,
    @Nullable LocalDate birthDate,
    @Nullable Integer limit) {}
