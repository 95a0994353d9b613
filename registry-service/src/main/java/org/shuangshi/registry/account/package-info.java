/**
 * Accounts and how they sign in: sessions of browsers, tokens of programs, passwords, and what
 * slows who guesses them.
 *
 * <p>Is not: what an account may do, which is {@code permission}.
 */
@NullMarked
package org.shuangshi.registry.account;

import org.jspecify.annotations.NullMarked;
