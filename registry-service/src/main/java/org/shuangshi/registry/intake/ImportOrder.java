package org.shuangshi.registry.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be brought in; the file follows.
 *
 * @param fileName with its ending, which tells the format
 * @param bytes how large the file is: one that is too large is refused before it is sent; absent:
 *     found out as it comes
 * @param kind what the file holds, as the command line names it: {@code buildings}
 * @param source rows of one source and key are one thing
 * @param key name of the key column; absent: found by its name
 * @param crs how coordinates are to be read, over what the file says: see {@link StatedCoordinates}
 * @param control points to fit parameters to; absent: none
 * @param shift parameters, as {@link StatedCoordinates} has them; absent: none
 * @param layer of a file with several
 * @param from first day of what rows without valid_from say; absent: today
 */
record ImportOrder(
    @Nullable String fileName,
    @Nullable Long bytes,
    @Nullable String kind,
    @Nullable String source,
    @Nullable String key,
    @Nullable String crs,
    @Nullable List<StatedCoordinates.ControlPoint> control,
    @Nullable String shift,
    @Nullable String layer,
    @Nullable LocalDate from,
    @Nullable String why) {}
