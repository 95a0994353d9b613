/**
 * Persons who are entered twice: pairs in the register, and who is meant by what somebody types.
 *
 * <p>Is not: making one of two; that is the package {@code merging}.
 */
@NullMarked
package org.shuangshi.registry.duplicate;

import org.jspecify.annotations.NullMarked;
