/**
 * The log of what was done to accounts, rights and sessions: append-only, in the transaction of
 * what it tells of.
 *
 * <p>Is not: the change records of the register, which the facts themselves carry.
 */
@NullMarked
package org.shuangshi.registry.audit;

import org.jspecify.annotations.NullMarked;
