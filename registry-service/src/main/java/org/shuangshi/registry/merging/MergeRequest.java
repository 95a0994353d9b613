package org.shuangshi.registry.merging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person of the path is the person {@code into}.
 *
 * @param into id of the one that stays
 * @param intoEtag mark under which that one was seen; without it it may have changed meanwhile
 * @param choose by field in which the two differ, whose word stands: THIS (of the path) or INTO
 * @param mains ids of units: where both have a main residence on one day, it is in the one named
 *     first
 */
record MergeRequest(
    @Nullable Long into,
    @Nullable String intoEtag,
    @Nullable Map<String, Side> choose,
    @Nullable List<Long> mains,
    @Nullable String why,
    @Nullable String source) {

  /** Whose word stands. */
  enum Side {
    THIS,
    INTO
  }
}
