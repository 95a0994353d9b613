package org.shuangshi.registry.account;

import org.jspecify.annotations.Nullable;

/**
 * What an account was given to sign in with, said this once.
 *
 * @param password good for setting another alone; null: it has none
 */
record PassingPassword(long id, @Nullable String password) {}
