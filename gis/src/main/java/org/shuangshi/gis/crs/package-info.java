/**
 * Coordinate reference systems as Chinese files use them, and honest transforms between them: a
 * system without a public datum shift (Xian 80, Beijing 54) is refused, never passed through
 * unshifted.
 *
 * <p>Coordinates are x east, y north (lon, lat in degrees; metres in projected systems) on both
 * sides.
 */
@NullMarked
package org.shuangshi.gis.crs;

import org.jspecify.annotations.NullMarked;
