package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/** A one-time code, or a recovery code. */
record CodeRequest(@Nullable String code) {

  @Override
  public String toString() {
    return "CodeRequest";
  }
}
