/**
 * Taking out: a layer written to a file in the background, fetched when it is ready.
 *
 * <p>Is not: the writing of formats and the change of coordinates, which are {@code gis}'s.
 */
@NullMarked
package org.shuangshi.registry.export;

import org.jspecify.annotations.NullMarked;
