/**
 * Which areas of the register cover a point, asked in memory for all points of a city.
 *
 * <p>Is not: what becomes of the answer (load, regrid).
 */
@NullMarked
package org.shuangshi.intake.covering;

import org.jspecify.annotations.NullMarked;
