/**
 * Two persons of the register found to be one: all that is said of the one goes over to the other,
 * in one correction, with its lineage.
 *
 * <p>Is not: finding them; that is the package {@code duplicate}.
 */
@NullMarked
package org.shuangshi.registry.merging;

import org.jspecify.annotations.NullMarked;
