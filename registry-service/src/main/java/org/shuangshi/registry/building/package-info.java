/**
 * One building: its card and its chart (户况图) by entrance, floor and room.
 *
 * <p>Is not: buildings as a layer; those are tiles and exports.
 */
@NullMarked
package org.shuangshi.registry.building;

import org.jspecify.annotations.NullMarked;
