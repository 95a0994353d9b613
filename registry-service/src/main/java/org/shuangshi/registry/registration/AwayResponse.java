package org.shuangshi.registry.registration;

import org.jspecify.annotations.Nullable;

/**
 * A person registered at a unit who does not live in it: nothing personal.
 *
 * @param id of the person
 * @param unit registered at
 * @param home main residence; null where none is known
 */
record AwayResponse(long id, Place unit, @Nullable Place home) {}
