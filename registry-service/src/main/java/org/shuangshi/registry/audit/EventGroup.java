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
  /** Files were brought in. */
  IMPORT("import.%"),
  /** Photos of visits were added or taken out. */
  PHOTO("photo.added", "photo.removed"),
  /** Signing in and out, passwords, second factors. */
  SIGN_IN("session.%", "password.%", "second-factor.%"),
  /** People were erased, or were to be. */
  ERASURE("erasure.asked", "erasure.confirmed", "erasure.refused"),
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
