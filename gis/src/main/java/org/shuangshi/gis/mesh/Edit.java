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

  /**
   * The ground of {@code gone} goes to {@code grid}, whichever is larger; {@code gone} is no more.
   */
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

  /** Leftover or disputed ground goes to a grid beside it, or to one that claims it. */
  record Fill(long loose, long grid) implements Edit {}

  /** Stray ground goes to nobody. */
  record Drop(long stray) implements Edit {}

  /**
   * Vertices go to the nearest place on the lines; between two that follow one another in the mesh
   * and reach the same line, the edge takes the line's own vertices. Ends on a community border
   * stay; edges met on the way get a node.
   *
   * @param vertices in order along the edges, as {@link Edge#chain()} gives them
   * @param lines roads, outlines of buildings, borders; a closed one ends where it starts
   * @param toleranceSteps vertices farther from every line stay; a step is 1.1 mm northwards
   */
  record Snap(List<Step> vertices, List<List<Step>> lines, double toleranceSteps) implements Edit {
    public Snap {
      vertices = List.copyOf(vertices);
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /** An area becomes a grid of its own, or is given to {@code grid} where the mesh has it. */
  record Carve(Polygon area, long grid) implements Edit {}
}
