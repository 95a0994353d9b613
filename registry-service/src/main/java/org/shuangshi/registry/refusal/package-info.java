/**
 * Why a request cannot be answered, in the words of the register: a stable code and a Chinese
 * sentence.
 *
 * <p>Is not: HTTP. The package {@code problem} says which status each kind of refusal has.
 */
@NullMarked
package org.shuangshi.registry.refusal;

import org.jspecify.annotations.NullMarked;
