package org.shuangshi.gis.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The lattice of 1e-8 degrees (1 mm of latitude) on which everything drawn or published lies.
 *
 * <p>An ordinate on it is the double nearest to a decimal with eight places, so that it survives
 * GeoJSON with eight decimals unchanged. PostGIS's ST_SnapToGrid multiplies instead and can differ
 * in the last bit (1e-14 degrees): the same point of the lattice, not the same double.
 */
public final class Lattice {

  /** Steps in a degree. */
  private static final double STEPS = 1e8;

  /**
   * A geometry rounded to the lattice.
   *
   * @param fault what rounding broke; empty where the result is valid or the argument was not
   */
  public record Rounded(Geometry geometry, Optional<Fault> fault) {}

  private Lattice() {}

  public static double round(double degrees) {
    return Math.rint(degrees * STEPS) / STEPS;
  }

  /** The coordinates rounded one by one: same structure, same number of points. */
  public static Geometry round(Geometry geometry) {
    Geometry rounded = geometry.copy();
    rounded.apply(new RoundingFilter());
    rounded.geometryChanged();
    return rounded;
  }

  /** As {@link #round(Geometry)}, with the answer whether a valid geometry stayed valid. */
  public static Rounded roundChecked(Geometry geometry) {
    Geometry rounded = round(geometry);
    Optional<Fault> fault =
        rounded.isValid() || !geometry.isValid()
            ? Optional.empty()
            : GeometryCheck.validityFault(rounded)
                .map(f -> new Fault(f.code(), "坐标取整到 1e-8 度后" + f.message(), f.at()));
    return new Rounded(rounded, fault);
  }

  /** Whether every ordinate is on the lattice. */
  public static boolean isOn(Geometry geometry) {
    return geometry.equalsExact(round(geometry));
  }

  private static final class RoundingFilter implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      sequence.setOrdinate(i, CoordinateSequence.X, round(sequence.getX(i)));
      sequence.setOrdinate(i, CoordinateSequence.Y, round(sequence.getY(i)));
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
