package org.shuangshi.registry.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in.
 *
 * @param password its hash; null: none
 * @param passing the password was set by somebody else and has to be changed first
 */
record Account(
    long id,
    String name,
    String displayName,
    Kind kind,
    @Nullable String password,
    boolean passing,
    boolean demo,
    boolean disabled,
    @Nullable Instant passwordSet) {

  enum Kind {
    PERSON,
    /** Signs in with tokens alone. */
    PROGRAM
  }
}
