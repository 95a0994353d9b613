/**
 * The history of a place: every region, grid, estate and building that ever covered a point, and
 * the doors beside it, in both times.
 *
 * <p>Is not: the history of one thing; that is the package {@code thing}.
 */
@NullMarked
package org.shuangshi.registry.spot;

import org.jspecify.annotations.NullMarked;
