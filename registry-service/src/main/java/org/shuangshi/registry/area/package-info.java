/**
 * Areas asked about (a grid, a region, a drawn shape, everywhere) and the one way to put them into
 * a statement.
 *
 * <p>Is not: the rule of what lies in an area, which the database's functions {@code
 * buildings_of_…} hold.
 */
@NullMarked
package org.shuangshi.registry.area;

import org.jspecify.annotations.NullMarked;
