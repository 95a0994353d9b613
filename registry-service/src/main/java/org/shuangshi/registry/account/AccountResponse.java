package org.shuangshi.registry.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account, for who administers.
 *
 * @param passing its password was set by somebody else
 * @param secondFactor whether an authenticator is set up
 * @param password whether it has one; else the identity provider or tokens alone
 * @param seen last request of a browser that is still signed in
 * @param roles labels of the roles it has today
 */
record AccountResponse(
    long id,
    String name,
    String displayName,
    Account.Kind kind,
    boolean demo,
    boolean disabled,
    boolean password,
    boolean passing,
    boolean secondFactor,
    @Nullable Instant seen,
    List<String> roles) {}
