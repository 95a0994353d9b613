/**
 * Divides the ground of a community into grids within a band of households, and rebalances grids
 * that stand with the fewest households changing hands. The ground is cut into atoms, the smallest
 * pieces no grid divides further; a plan says for each atom which grid it is in.
 *
 * <p>Is not: a keeper of plans, nor an editor. Pure functions; the same ground, rules and seed make
 * the same plan.
 */
@NullMarked
package org.shuangshi.gis.zoning;

import org.jspecify.annotations.NullMarked;
