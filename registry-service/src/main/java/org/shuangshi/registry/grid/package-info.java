/**
 * Grids: where they are, who answers for them, what they hold and what is missing there.
 *
 * <p>Is not: drawing or publishing grids; units of a grid are in {@code unit}.
 */
@NullMarked
package org.shuangshi.registry.grid;

import org.jspecify.annotations.NullMarked;
