package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Gives every face between the lines to a building: its footprint, and of the ground around as much
 * as is nearer to it than to others. Faces without buildings are cells of their own.
 */
final class Cells {

  /**
   * A part of a cell.
   *
   * @param area in steps
   */
  record Part(Polygon area, int cell) {}

  private final GeometryFactory factory = new GeometryFactory();
  private final List<Polygon> faces;
  private final int[] owner;
  private final Map<Segment, int[]> facesAt = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private int cells;

  private Cells(List<Polygon> faces, int[] owner, int cells) {
    this.faces = faces;
    this.owner = owner;
    this.cells = cells;
  }

  /**
   * The parts of all cells. Cells of buildings have the numbers of their owners, empty ones follow.
   *
   * @param owner for each face whose footprint it is, NONE for open ground
   * @param owners how many owners there are
   */
  static List<Part> of(List<Polygon> faces, int[] owner, int owners) {
    Cells cells = new Cells(faces, owner, owners);
    cells.beside();
    for (int f = 0; f < faces.size(); f++) {
      if (owner[f] == Graph.NONE) {
        cells.share(f);
      } else {
        cells.parts.add(new Part(faces.get(f), owner[f]));
      }
    }
    return cells.parts;
  }

  private interface Edge {
    void between(Coordinate a, Coordinate b);
  }

  private static void edges(Polygon face, Edge edge) {
    edges(face.getExteriorRing(), edge);
    for (int hole = 0; hole < face.getNumInteriorRing(); hole++) {
      edges(face.getInteriorRingN(hole), edge);
    }
  }

  private static void edges(LinearRing ring, Edge edge) {
    Coordinate[] vertices = ring.getCoordinates();
    for (int i = 0; i + 1 < vertices.length; i++) {
      edge.between(vertices[i], vertices[i + 1]);
    }
  }

  private void beside() {
    for (int f = 0; f < faces.size(); f++) {
      int face = f;
      edges(
          faces.get(f),
          (a, b) ->
              facesAt.merge(
                  Segment.of(a, b),
                  new int[] {face, Graph.NONE},
                  (one, two) -> new int[] {one[0], face}));
    }
  }

  private void share(int face) {
    Map<Coordinate, TreeSet<Integer>> touching = new HashMap<>();
    TreeSet<Integer> all = new TreeSet<>();
    edges(
        faces.get(face),
        (a, b) -> {
          int neighbour = neighbour(face, Segment.of(a, b));
          if (neighbour != Graph.NONE) {
            all.add(neighbour);
            touching.computeIfAbsent(a, key -> new TreeSet<>()).add(neighbour);
            touching.computeIfAbsent(b, key -> new TreeSet<>()).add(neighbour);
          }
        });
    if (all.size() < 2) {
      parts.add(new Part(faces.get(face), all.isEmpty() ? cells++ : all.first()));
      return;
    }
    Map<Coordinate, int[]> owners = new HashMap<>();
    touching.forEach((at, who) -> owners.put(at, who.stream().mapToInt(i -> i).toArray()));
    for (Midlines.Share share : Midlines.of(faces.get(face), owners)) {
      parts.add(new Part(factory.createPolygon(share.ring), share.owner));
    }
  }

  /** Whose footprint lies on the other side; NONE for open ground and the end of all. */
  private int neighbour(int face, Segment segment) {
    int @Nullable [] both = facesAt.get(segment);
    if (both == null) {
      return Graph.NONE;
    }
    int other = both[0] == face ? both[1] : both[0];
    return other == Graph.NONE ? Graph.NONE : owner[other];
  }
}
