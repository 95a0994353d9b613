package org.shuangshi.gis.mesh;

import java.util.List;

/**
 * A grid of a mesh, or a piece of ground that is no single grid's.
 *
 * @param id the grid's own id, above 0; below 0 for other ground, counted from -1 west to east
 * @param community id of the community it lies in, 0 for none
 * @param held a grid of the ring around: its borders with others than the edited ones never move,
 *     since the grids beyond are not in the mesh
 * @param claims grids whose polygons held this ground when it was read; empty for a grid
 */
public record Face(long id, long community, boolean held, Ground ground, List<Long> claims) {

  /** Whose ground it is. */
  public enum Ground {
    /** One grid's. */
    GRID,
    /** Of a community, in none of its grids. */
    LEFTOVER,
    /** In several grids of a community. */
    DISPUTED,
    /** In a grid, but in no community whose border is known. */
    STRAY
  }

  public Face {
    claims = List.copyOf(claims);
  }

  /** A grid. */
  public Face(long id, long community, boolean held) {
    this(id, community, held, Ground.GRID, List.of());
  }

  boolean isGrid() {
    return ground == Ground.GRID;
  }
}
