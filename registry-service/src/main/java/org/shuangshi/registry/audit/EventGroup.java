package org.shuangshi.registry.audit;

import java.util.List;

/** Kinds of events, as people ask for them. */
enum EventGroup {
  /** People were looked at, masked. */
  LOOK("%.viewed", "%.listed", "%.searched", "changes.read"),
  /** Personal fields were shown in full. */
  REVEAL("%.revealed"),
  /** Something was taken out. */
  EXPORT("export.%", "audit.exported"),
  /** Signing in and out, passwords, second factors. */
  SIGN_IN("session.%", "password.%", "second-factor.%"),
  /** Accounts, roles, grants and tokens. */
  RIGHTS("account.%", "role.%", "grant.%", "token.%"),
  /** The log itself. */
  LOG("audit.%");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> patterns;

  EventGroup(String... patterns) {
    this.patterns = List.of(patterns);
  }

  /** Patterns of LIKE for the words of its events. */
  String[] patterns() {
    return patterns.toArray(String[]::new);
  }
}
