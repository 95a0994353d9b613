/**
 * The words for what is known of a unit: the four states, their counts, the evidence behind them.
 *
 * <p>Is not: the rule that derives a state, which the database holds ({@code occupancy_derive}).
 */
@NullMarked
package org.shuangshi.registry.occupancy;

import org.jspecify.annotations.NullMarked;
