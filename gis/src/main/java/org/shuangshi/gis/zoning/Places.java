package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Areas in steps, asked which of them cover a place. */
final class Places {

  private record Area(int number, Envelope envelope, IndexedPointInAreaLocator locator) {}

  private final STRtree tree = new STRtree();

  /** Areas are numbered as they stand in the list. */
  Places(List<? extends Geometry> areas) {
    for (int i = 0; i < areas.size(); i++) {
      Geometry area = areas.get(i);
      if (!area.isEmpty()) {
        Envelope envelope = area.getEnvelopeInternal();
        tree.insert(envelope, new Area(i, envelope, new IndexedPointInAreaLocator(area)));
      }
    }
    tree.build();
  }

  /** The areas that cover a place, their edges too, ascending. */
  List<Integer> at(Coordinate place) {
    List<Integer> found = new ArrayList<>();
    for (Object each : tree.query(new Envelope(place))) {
      Area area = (Area) each;
      if (area.locator.locate(place) != Location.EXTERIOR) {
        found.add(area.number);
      }
    }
    found.sort(null);
    return found;
  }

  /** The first of the areas that cover a place; NONE where there is none. */
  int first(Coordinate place) {
    List<Integer> found = at(place);
    return found.isEmpty() ? Graph.NONE : found.get(0);
  }
}
