/**
 * A grid coverage as a planar mesh: edges shared by the two grids beside them, nodes where three or
 * more meet. An edit is a pure function of mesh and wish; it gives a new mesh or says why not.
 *
 * <p>Is not: storage, rights or zoning. The caller says what may move.
 */
@NullMarked
package org.shuangshi.gis.mesh;

import org.jspecify.annotations.NullMarked;
