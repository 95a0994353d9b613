package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.shuangshi.gis.mesh.Strand.Claimant;

/**
 * Who claims the ground between strands that meet at their ends only.
 *
 * <p>By winding numbers counted in integers: exact for a ring however thin. Ground a ring goes
 * around is claimed, in whichever direction.
 */
final class Claims {

  /**
   * Ground in one piece that the same ask for.
   *
   * @param polygon in degrees
   * @param rings of it, the ground to the left
   */
  record Piece(Set<Claimant> claimants, Polygon polygon, List<List<Step>> rings) {

    Step least() {
      return rings.get(0).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** A place in it. */
    Step inside() {
      return Step.of(polygon.getInteriorPoint().getCoordinate());
    }
  }

  /** How often more a claimant goes from a to b than from b to a. */
  private final Map<Segment, Map<Claimant, Integer>> nets = new LinkedHashMap<>();

  private final Map<Claimant, List<Segment>> outlines = new LinkedHashMap<>();
  private final STRtree byPlace = new STRtree();

  private Claims(List<Strand> strands) {
    for (Strand strand : strands) {
      for (int i = 0; i + 1 < strand.chain().size(); i++) {
        Step from = strand.chain().get(i);
        Segment segment = Segment.of(from, strand.chain().get(i + 1));
        nets.computeIfAbsent(segment, s -> new LinkedHashMap<>())
            .merge(strand.of(), from.equals(segment.a()) ? 1 : -1, Integer::sum);
      }
    }
    Map<Claimant, Envelope> reach = new LinkedHashMap<>();
    nets.forEach(
        (segment, net) -> {
          net.values().removeIf(times -> times == 0);
          for (Claimant claimant : net.keySet()) {
            outlines.computeIfAbsent(claimant, c -> new ArrayList<>()).add(segment);
            reach
                .computeIfAbsent(claimant, c -> new Envelope())
                .expandToInclude(segment.envelope());
          }
        });
    reach.forEach((claimant, envelope) -> byPlace.insert(envelope, claimant));
  }

  /** The ground that anybody claims, from west to east. */
  static List<Piece> pieces(List<Strand> strands) {
    return new Claims(strands).pieces();
  }

  private List<Piece> pieces() {
    Map<Set<Claimant>, Long> labels = new LinkedHashMap<>();
    labels.put(Set.of(), Mesh.OUTSIDE);
    Wires wires = new Wires();
    nets.forEach(
        (segment, net) -> {
          Set<Claimant> left = new LinkedHashSet<>();
          Set<Claimant> right = new LinkedHashSet<>();
          for (Claimant claimant : around(segment)) {
            int winding = windingLeftOf(segment, claimant);
            if (winding != 0) {
              left.add(claimant);
            }
            if (winding != net.getOrDefault(claimant, 0)) {
              right.add(claimant);
            }
          }
          wires.add(segment.a(), segment.b(), label(labels, left), label(labels, right));
        });
    Map<Long, List<Rings.Ring>> rings = Rings.of(wires.edges());
    List<Piece> pieces = new ArrayList<>();
    labels.forEach(
        (claimants, label) -> {
          if (label != Mesh.OUTSIDE && rings.containsKey(label)) {
            Geometry ground = Rings.polygon(rings.get(label), Tracing.FACTORY);
            for (int i = 0; i < ground.getNumGeometries(); i++) {
              Polygon part = (Polygon) ground.getGeometryN(i);
              pieces.add(new Piece(claimants, part, Outlines.of(part)));
            }
          }
        });
    pieces.sort(Comparator.comparing(Piece::least));
    return pieces;
  }

  private static long label(Map<Set<Claimant>, Long> labels, Set<Claimant> claimants) {
    return labels.computeIfAbsent(claimants, c -> (long) labels.size());
  }

  private List<Claimant> around(Segment segment) {
    Envelope middle =
        new Envelope(
            Math.floor((segment.a().x() + segment.b().x()) / 2.0),
            Math.ceil((segment.a().x() + segment.b().x()) / 2.0),
            Math.floor((segment.a().y() + segment.b().y()) / 2.0),
            Math.ceil((segment.a().y() + segment.b().y()) / 2.0));
    List<Claimant> found = new ArrayList<>();
    for (Object claimant : byPlace.query(middle)) {
      found.add((Claimant) claimant);
    }
    found.sort(Comparator.comparing(Claimant::isRegion).thenComparing(Claimant::id));
    return found;
  }

  /**
   * Times the claimant's outline goes around the place just left of the segment's middle: crossings
   * of a ray to the east, a hair above the middle. All is doubled, so that the middle is a whole
   * number; the segment itself lies east of the place where it leads up.
   */
  private int windingLeftOf(Segment at, Claimant claimant) {
    long x = at.a().x() + at.b().x();
    long y = at.a().y() + at.b().y();
    int winding = 0;
    for (Segment segment : outlines.getOrDefault(claimant, List.of())) {
      long ay = 2 * segment.a().y();
      long by = 2 * segment.b().y();
      if ((ay <= y) != (by <= y)) {
        long ax = 2 * segment.a().x();
        long turn = (2 * segment.b().x() - ax) * (y - ay) - (by - ay) * (x - ax);
        boolean up = by > ay;
        boolean isEast = up ? turn >= 0 : turn < 0;
        if (isEast) {
          int net = nets.getOrDefault(segment, Map.of()).getOrDefault(claimant, 0);
          winding += up ? net : -net;
        }
      }
    }
    return winding;
  }
}
