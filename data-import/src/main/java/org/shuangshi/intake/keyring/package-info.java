/**
 * The keys that lie outside the database, and what is sealed with them.
 *
 * <p>Is not: a place for passwords or for what is only compared, which are hashed.
 */
@NullMarked
package org.shuangshi.intake.keyring;

import org.jspecify.annotations.NullMarked;
