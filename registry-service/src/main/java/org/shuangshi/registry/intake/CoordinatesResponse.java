package org.shuangshi.registry.intake;

import org.jspecify.annotations.Nullable;

/**
 * The coordinates of an import.
 *
 * @param stated how somebody said they are to be read
 * @param found what is believed of them; null before they were looked at, and of files without any
 * @param mayChoose whether who asks may have the file checked with another reading now
 */
record CoordinatesResponse(
    StatedCoordinates stated, @Nullable FoundCoordinates found, boolean mayChoose) {}
