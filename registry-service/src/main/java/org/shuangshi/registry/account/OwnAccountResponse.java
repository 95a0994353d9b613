package org.shuangshi.registry.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.grant.Grant;

/**
 * One's own account.
 *
 * @param secondFactor whether an authenticator is set up
 * @param passwordSet when the password was set; null: there is none
 */
record OwnAccountResponse(
    String name,
    String displayName,
    boolean demo,
    @Nullable Instant passwordSet,
    boolean secondFactor,
    List<Grant> grants,
    List<OwnSession> sessions,
    List<OwnToken> tokens) {

  /**
   * A browser that is signed in.
   *
   * @param here whether it is the one that asks
   */
  record OwnSession(
      long id, Instant began, Instant seen, String address, String agent, boolean here) {}

  /** A token, never its secret. */
  record OwnToken(
      long id, String name, Instant made, @Nullable Instant used, @Nullable Instant expires) {}

  /** A token just made: the one time its secret is said. */
  record NewToken(long id, String token, @Nullable Instant expires) {}
}
