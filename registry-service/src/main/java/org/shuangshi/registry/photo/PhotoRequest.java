package org.shuangshi.registry.photo;

import org.jspecify.annotations.Nullable;

/**
 * A photo to be added.
 *
 * @param image a JPEG or PNG file in base64, at most 1 MiB, at most 4,096 points a side
 */
@SuppressWarnings("ArrayRecordComponent") // the body of a request, compared with nothing
record PhotoRequest(byte @Nullable [] image) {}
