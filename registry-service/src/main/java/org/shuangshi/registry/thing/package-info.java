/**
 * Any thing of the register, whatever its kind: its card, its history in both times, what points at
 * it, and the verbs that begin, change, correct, end and withdraw it.
 *
 * <p>Is not: what several things do together (a household moves, a building is split); those have
 * packages of their own.
 */
@NullMarked
package org.shuangshi.registry.thing;

import org.jspecify.annotations.NullMarked;
