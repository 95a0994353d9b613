/**
 * Units with an occupancy, listed and counted in any area: "all vacant units in grid 12".
 *
 * <p>Is not: the chart of one building, nor units without occupancy (garages).
 */
@NullMarked
package org.shuangshi.registry.unit;

import org.jspecify.annotations.NullMarked;
