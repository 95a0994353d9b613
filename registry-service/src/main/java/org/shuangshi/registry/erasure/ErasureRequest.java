package org.shuangshi.registry.erasure;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be erased.
 *
 * @param person id
 * @param basis REQUEST or RETENTION
 */
record ErasureRequest(@Nullable Long person, @Nullable String basis, @Nullable String why) {}
