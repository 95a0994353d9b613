package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * The first administrator.
 *
 * @param token the one the terminal printed
 */
record FirstAdministratorRequest(
    @Nullable String token,
    @Nullable String name,
    @Nullable String displayName,
    @Nullable String password) {

  @Override
  public String toString() {
    return "FirstAdministratorRequest";
  }
}
