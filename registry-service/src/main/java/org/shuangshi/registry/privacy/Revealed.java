package org.shuangshi.registry.privacy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, in full.
 *
 * @param values by field; null where nothing is known
 */
record Revealed(long id, Map<String, @Nullable String> values) {}
