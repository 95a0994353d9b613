package org.shuangshi.gis.mesh;

/**
 * A grid of a mesh.
 *
 * @param id the grid's own id, above 0
 * @param community id of the community it lies in
 * @param held a grid of the ring around: its borders with others than the edited ones never move,
 *     since the grids beyond are not in the mesh
 */
public record Face(long id, long community, boolean held) {}
