package org.shuangshi.registry.photo;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a photo beside the picture.
 *
 * @param width points
 * @param height points
 * @param bytes size of the JPEG
 * @param addedBy name of who added it
 * @param removedAt when it was taken out; null: it was not
 * @param removedBy name of who took it out
 * @param why reason it was taken out
 * @param erased whether its content is gone, with somebody who was erased
 */
record Photo(
    long id,
    int width,
    int height,
    int bytes,
    String addedBy,
    OffsetDateTime addedAt,
    @Nullable OffsetDateTime removedAt,
    @Nullable String removedBy,
    @Nullable String why,
    boolean erased) {}
