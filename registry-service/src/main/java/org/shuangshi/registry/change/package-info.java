/**
 * The change feed: committed changes in their order, with the rows each closed and opened; enough
 * to rebuild a copy of the register from nothing and to keep it up to date.
 *
 * <p>Is not: one thing's history; that is the package {@code thing}.
 */
@NullMarked
package org.shuangshi.registry.change;

import org.jspecify.annotations.NullMarked;
