package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/** Lines given a vertex of the lattice wherever they cross, by snap rounding to whole steps. */
final class Noding {

  private Noding() {}

  static List<Strand> of(List<Strand> strands) {
    Step origin = strands.get(0).chain().get(0);
    List<NodedSegmentString> strings = new ArrayList<>();
    for (Strand strand : strands) {
      strings.add(new NodedSegmentString(local(strand.chain(), origin), strand.of()));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    List<Strand> noded = new ArrayList<>();
    for (Object found : noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) found;
      noded.add(new Strand((Strand.Claimant) string.getData(), steps(string, origin)));
    }
    return noded;
  }

  /** Counted from an origin near by, so that doubles hold products of them better. */
  static Coordinate[] local(List<Step> chain, Step origin) {
    return chain.stream()
        .map(s -> new Coordinate(s.x() - origin.x(), s.y() - origin.y()))
        .toArray(Coordinate[]::new);
  }

  static List<Step> steps(SegmentString string, Step origin) {
    return Arrays.stream(string.getCoordinates()).map(c -> step(c, origin)).toList();
  }

  static Step step(Coordinate local, Step origin) {
    return new Step(Math.round(local.x) + origin.x(), Math.round(local.y) + origin.y());
  }
}
