package org.shuangshi.registry.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.grant.Grant;

/** An account with its grants, the browsers that are signed in, and its tokens. */
record AccountCardResponse(
    AccountResponse account,
    List<Grant> grants,
    List<SignedInBrowser> sessions,
    List<ListedToken> tokens) {

  /** A browser that is signed in. */
  record SignedInBrowser(long id, Instant began, Instant seen, String address, String agent) {}

  /** A token, never its secret. */
  record ListedToken(
      long id, String name, Instant made, @Nullable Instant used, @Nullable Instant expires) {}
}
