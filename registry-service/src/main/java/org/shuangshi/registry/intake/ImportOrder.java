package org.shuangshi.registry.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be brought in; the file follows.
 *
 * @param fileName with its ending, which tells the format
 * @param kind what the file holds, as the command line names it: {@code buildings}
 * @param source rows of one source and key are one thing
 * @param key name of the key column; absent: found by its name
 * @param crs {@code EPSG:4549}, over what the file says
 * @param layer of a file with several
 * @param from first day of what rows without valid_from say; absent: today
 */
record ImportOrder(
    @Nullable String fileName,
    @Nullable String kind,
    @Nullable String source,
    @Nullable String key,
    @Nullable String crs,
    @Nullable String layer,
    @Nullable LocalDate from,
    @Nullable String why) {}
