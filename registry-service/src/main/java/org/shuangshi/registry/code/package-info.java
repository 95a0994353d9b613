/**
 * What a region's or grid's code means: its holder on a day, or who had it last and what stands in
 * that one's place.
 *
 * <p>Is not: how codes are given; plans number grids, {@code naming} recodes regions.
 */
@NullMarked
package org.shuangshi.registry.code;

import org.jspecify.annotations.NullMarked;
