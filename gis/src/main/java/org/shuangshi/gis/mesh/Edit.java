package org.shuangshi.gis.mesh;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** A wish of whoever draws; {@link Mesh#apply} grants or refuses it. Places are lattice steps. */
public sealed interface Edit {

  /** A vertex, or a node with all edges that end there, goes to another place. */
  record MoveVertex(Step vertex, Step to) implements Edit {}

  /** The segment a–b of an edge gets a vertex. */
  record InsertVertex(Step a, Step b, Step vertex) implements Edit {}

  /** A vertex that is no node goes. */
  record DeleteVertex(Step vertex) implements Edit {}

  /** All vertices of the edge go by so many steps; ends on a community border stay. */
  record MoveEdge(Edge edge, long dx, long dy) implements Edit {}

  /** The smaller grid joins the other: {@code gone} becomes part of {@code grid}. */
  record Merge(long grid, long gone) implements Edit {}

  /**
   * A line cuts a grid. The largest piece keeps the id, the others get {@code firstNew} and the
   * numbers after it, from west to east.
   */
  record Split(long grid, List<Step> line, long firstNew) implements Edit {
    public Split {
      line = List.copyOf(line);
    }
  }

  /** An area becomes a grid of its own, or is given to {@code grid} where the mesh has it. */
  record Carve(Polygon area, long grid) implements Edit {}
}
