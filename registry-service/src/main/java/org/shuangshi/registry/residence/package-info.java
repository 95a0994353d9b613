/**
 * Who lives where: households move, split, merge and leave; persons arrive, move, leave and die.
 * Each is one change, and leaves every household that is lived in with its one head.
 *
 * <p>Is not: the fields of a household, person or residence; those are edited as things.
 */
@NullMarked
package org.shuangshi.registry.residence;

import org.jspecify.annotations.NullMarked;
