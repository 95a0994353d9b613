package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/** Name and password; neither is ever logged. */
record SignInRequest(@Nullable String name, @Nullable String password) {

  @Override
  public String toString() {
    return "SignInRequest";
  }
}
