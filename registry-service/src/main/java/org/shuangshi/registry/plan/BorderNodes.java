package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.index.strtree.STRtree;

/** Vertices of areas, to be put into the border of another area where they lie on it. */
final class BorderNodes {

  /** Degrees: a node on the lattice is at most so far from a straight border through it. */
  private static final double STEP = 1.5e-8;

  private final STRtree nodes = new STRtree();

  private BorderNodes() {}

  static BorderNodes of(Collection<Geometry> areas) {
    BorderNodes of = new BorderNodes();
    Set<Coordinate> seen = new HashSet<>();
    for (Geometry area : areas) {
      for (Coordinate each : area.getCoordinates()) {
        if (seen.add(each)) {
          of.nodes.insert(new Envelope(each), each);
        }
      }
    }
    return of;
  }

  /** The area with the nodes in its border. */
  Geometry on(Geometry area) {
    return nodes.isEmpty()
        ? area
        : new GeometryEditor(area.getFactory())
            .edit(
                area,
                new GeometryEditor.CoordinateOperation() {
                  @Override
                  public Coordinate[] edit(Coordinate[] ring, Geometry of) {
                    return noded(ring);
                  }
                });
  }

  private Coordinate[] noded(Coordinate[] ring) {
    Set<Coordinate> own = new HashSet<>(List.of(ring));
    CoordinateList all = new CoordinateList();
    for (int i = 0; i < ring.length - 1; i++) {
      all.add(ring[i], false);
      LineSegment segment = new LineSegment(ring[i], ring[i + 1]);
      Envelope near = new Envelope(ring[i], ring[i + 1]);
      near.expandBy(STEP);
      List<Coordinate> on = new ArrayList<>();
      for (Object found : nodes.query(near)) {
        Coordinate node = (Coordinate) found;
        if (!own.contains(node) && segment.distance(node) < STEP) {
          on.add(node);
        }
      }
      on.sort(Comparator.comparingDouble(segment::projectionFactor));
      own.addAll(on);
      on.forEach(node -> all.add(node, false));
    }
    all.closeRing();
    return all.toCoordinateArray();
  }
}
