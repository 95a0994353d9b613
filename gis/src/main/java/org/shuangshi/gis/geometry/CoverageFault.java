package org.shuangshi.gis.geometry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where polygons that should meet edge to edge do not.
 *
 * @param code {@code coverage.overlap}, {@code coverage.gap}, {@code coverage.outside}, {@code
 *     coverage.edge-mismatch}, or a {@code geometry.*} code of a polygon that is invalid by itself
 * @param at a place inside the fault; null where no place can be named
 * @param which positions in the list checked: two for an overlap, one for an edge, none for a gap
 */
public record CoverageFault(
    String code, String message, @Nullable Coordinate at, List<Integer> which) {
  public CoverageFault {
    which = List.copyOf(which);
  }
}
