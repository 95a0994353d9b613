/**
 * A grid coverage as a planar mesh: edges shared by the two grids beside them, nodes where three or
 * more meet. An edit is a pure function of mesh and wish; it gives a new mesh or says why not.
 * Polygons from files are read as they are ({@link org.shuangshi.gis.mesh.Reading}); what is wrong
 * is named with a repair that was tried ({@link org.shuangshi.gis.mesh.Inspection}).
 *
 * <p>Is not: storage, rights or zoning. The caller says what may move.
 */
@NullMarked
package org.shuangshi.gis.mesh;

import org.jspecify.annotations.NullMarked;
