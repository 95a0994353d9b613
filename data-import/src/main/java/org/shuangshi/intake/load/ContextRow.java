package org.shuangshi.intake.load;

import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** A context feature without a theme gets one from what it is and how it is drawn. */
final class ContextRow implements RowRule {

  private static final Set<String> WATER =
      Set.of(
          "water",
          "river",
          "riverbank",
          "stream",
          "canal",
          "lake",
          "pond",
          "reservoir",
          "basin",
          "dock",
          "ocean",
          "sea",
          "bay",
          "drain",
          "ditch",
          "swimming_pool");

  @Override
  public void apply(Row row) {
    if (row.get("kind") == null) {
      row.set("kind", "other");
    }
    if (row.get("theme") != null) {
      return;
    }
    Geometry geometry = row.geometry();
    String kind = row.text("kind");
    if (kind != null && WATER.contains(kind)) {
      row.set("theme", "WATER");
    } else {
      row.set("theme", geometry != null && geometry.getDimension() == 0 ? "POI" : "LANDUSE");
    }
  }
}
