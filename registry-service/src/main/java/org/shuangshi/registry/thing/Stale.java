package org.shuangshi.registry.thing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to who would overwrite what they have not seen (412): a problem document with what
 * changed meanwhile, so that fields can be merged.
 *
 * @param current the thing as it is today; null where it is not there today
 * @param changes changes since, newest first
 * @param fields fields they changed
 */
record Stale(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @Nullable ThingCard current,
    List<ThingVersion.Change> changes,
    List<String> fields) {}
