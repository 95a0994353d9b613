package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/** The password that is, and the one that is to be. */
record PasswordRequest(@Nullable String current, @Nullable String password) {

  @Override
  public String toString() {
    return "PasswordRequest";
  }
}
