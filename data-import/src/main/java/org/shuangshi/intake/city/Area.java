package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A region or a grid: cells under a code and a name. */
final class Area {
  final List<Cell> cells;
  final List<Area> parts = new ArrayList<>();
  final boolean country;
  String code = "";
  String name = "";

  /** Of a grid: what it is set apart for; null for a basic grid. */
  @Nullable String dedicatedTo;

  private @Nullable Geometry shape;

  Area(List<Cell> cells, boolean country) {
    this.cells = cells;
    this.country = country;
  }

  int households() {
    int sum = 0;
    for (Cell cell : cells) {
      sum += cell.households;
    }
    return sum;
  }

  /** In lattice steps; every vertex of the cells along the edge is kept, so neighbours match. */
  Geometry shape() {
    Geometry known = shape;
    if (known == null) {
      Geometry[] faces = cells.stream().map(cell -> (Geometry) cell.area).toArray(Geometry[]::new);
      known = Lattice.union(faces);
      known.normalize();
      shape = known;
    }
    return known;
  }

  double centreX() {
    double sum = 0;
    double weight = 0;
    for (Cell cell : cells) {
      sum += cell.centreX() * cell.areaSquareMetres;
      weight += cell.areaSquareMetres;
    }
    return sum / weight;
  }

  double centreY() {
    double sum = 0;
    double weight = 0;
    for (Cell cell : cells) {
      sum += cell.centreY() * cell.areaSquareMetres;
      weight += cell.areaSquareMetres;
    }
    return sum / weight;
  }
}
