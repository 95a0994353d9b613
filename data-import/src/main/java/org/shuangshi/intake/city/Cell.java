package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A face of the partition: a plot, or what a diagonal or the river left of one. Grids are unions of
 * cells, so no footprint inside a cell is ever cut by a grid.
 */
final class Cell {
  final int index;
  final Use use;

  /** Cells of one block share it. */
  final int block;

  /** In lattice steps. */
  final Polygon area;

  /** The ring in metres, turning left, without the closing vertex. */
  final double[] xs;

  final double[] ys;

  /** Road along the edge from vertex i to the next; -1: a wall. */
  final int[] edgeRoads;

  /** Whether that edge is the middle of the river. */
  final boolean[] edgeRiver;

  final double areaSquareMetres;

  /** Households that live here; known once the buildings stand. */
  int households;

  /** Neighbours by shared edges. */
  final List<Border> borders = new ArrayList<>();

  /**
   * What a cell shares with a neighbour.
   *
   * @param metres length of the shared edges
   * @param river whether they are the middle of the river
   */
  record Border(Cell neighbour, double metres, boolean river) {}

  Cell(int index, Use use, int block, Polygon area, int[] edgeRoads, boolean[] edgeRiver) {
    this.index = index;
    this.use = use;
    this.block = block;
    this.area = area;
    this.edgeRoads = edgeRoads;
    this.edgeRiver = edgeRiver;
    Coordinate[] ring = area.getExteriorRing().getCoordinates();
    xs = new double[ring.length - 1];
    ys = new double[ring.length - 1];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = Lattice.eastMetres(ring[i].x);
      ys[i] = Lattice.northMetres(ring[i].y);
    }
    areaSquareMetres = Lattice.areaSquareMetres(area);
  }

  void join(Cell neighbour, double metres, boolean river) {
    for (int i = 0; i < borders.size(); i++) {
      Border border = borders.get(i);
      if (border.neighbour() == neighbour && border.river() == river) {
        borders.set(i, new Border(neighbour, border.metres() + metres, river));
        return;
      }
    }
    borders.add(new Border(neighbour, metres, river));
  }

  double centreX() {
    return Lattice.eastMetres(area.getCentroid().getX());
  }

  double centreY() {
    return Lattice.northMetres(area.getCentroid().getY());
  }
}
