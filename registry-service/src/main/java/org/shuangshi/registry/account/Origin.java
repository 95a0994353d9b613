package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param address network address
 * @param agent browser or program, as it calls itself
 * @param browser secret of a browser that signed in before; null: a new one
 */
record Origin(String address, String agent, @Nullable String browser) {}
