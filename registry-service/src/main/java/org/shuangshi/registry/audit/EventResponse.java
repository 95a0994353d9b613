package org.shuangshi.registry.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log.
 *
 * @param number its place in the chain; null: not chained yet
 * @param who name of the account or program
 * @param displayName of the account; null: it was no account
 * @param address network address it came from
 * @param what stable word
 * @param target what it was done to: {@code person:4711}
 * @param detail names and counts, never personal values
 */
record EventResponse(
    long id,
    @Nullable Long number,
    Instant at,
    String who,
    @Nullable String displayName,
    @Nullable String address,
    String what,
    String target,
    @Nullable String why,
    Map<String, String> detail) {}
