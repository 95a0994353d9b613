package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param kind null: PERSON
 * @param provider a person who signs in with the identity provider alone, without a password; null:
 *     no
 */
record AccountRequest(
    @Nullable String name,
    @Nullable String displayName,
    Account.@Nullable Kind kind,
    @Nullable Boolean provider) {}
