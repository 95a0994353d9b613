package org.shuangshi.registry.search;

import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param q words, separated by blanks; all of them have to be there
 * @param limit most hits, 1 to 100; 20 where absent
 */
record SearchRequest(@Nullable String q, @Nullable Integer limit) {}
