package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name what it is for
 * @param days it is good for; null: until it is taken back
 */
record TokenRequest(@Nullable String name, @Nullable Integer days) {}
