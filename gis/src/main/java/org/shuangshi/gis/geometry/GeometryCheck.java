package org.shuangshi.gis.geometry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Says what is wrong with a geometry in degrees (lon, lat).
 *
 * <pre>{@code GeometryCheck.fault(footprint, Shape.AREA)}</pre>
 *
 * <p>Asked in this order, the first fault is the answer: is there one ({@code geometry.missing},
 * {@code geometry.empty}), is it of the wanted kind ({@code geometry.wrong-type}), are all
 * coordinates numbers ({@code geometry.nan}), on the globe ({@code geometry.out-of-range}, or
 * {@code geometry.axes-swapped} where swapping would help), is it valid as the OGC Simple Features
 * say.
 *
 * <p>Not checked: repeated points, size, whether a line crosses itself.
 */
public final class GeometryCheck {

  private GeometryCheck() {}

  public static Optional<Fault> fault(@Nullable Geometry geometry, Shape wanted) {
    if (geometry == null) {
      return Optional.of(FaultCode.MISSING.at(null));
    }
    if (geometry.isEmpty()) {
      return Optional.of(FaultCode.EMPTY.at(null));
    }
    if (!wanted.admits(geometry)) {
      return Optional.of(FaultCode.WRONG_TYPE.because(geometry.getGeometryType()));
    }
    return coordinateFault(geometry).or(() -> validityFault(geometry));
  }

  /** Validity alone, in any system. */
  public static Optional<Fault> validityFault(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    return error == null
        ? Optional.empty()
        : Optional.of(code(error.getErrorType()).at(error.getCoordinate()));
  }

  private static Optional<Fault> coordinateFault(Geometry geometry) {
    RangeFilter filter = new RangeFilter();
    geometry.apply(filter);
    return Optional.ofNullable(filter.fault);
  }

  private static FaultCode code(int errorType) {
    return switch (errorType) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> FaultCode.HOLE_OUTSIDE_SHELL;
      case TopologyValidationError.NESTED_HOLES -> FaultCode.NESTED_HOLES;
      case TopologyValidationError.DISCONNECTED_INTERIOR -> FaultCode.DISCONNECTED_INTERIOR;
      case TopologyValidationError.SELF_INTERSECTION -> FaultCode.SELF_INTERSECTION;
      case TopologyValidationError.RING_SELF_INTERSECTION -> FaultCode.RING_SELF_INTERSECTION;
      case TopologyValidationError.NESTED_SHELLS -> FaultCode.NESTED_SHELLS;
      case TopologyValidationError.DUPLICATE_RINGS -> FaultCode.DUPLICATE_RINGS;
      case TopologyValidationError.TOO_FEW_POINTS -> FaultCode.TOO_FEW_POINTS;
      case TopologyValidationError.INVALID_COORDINATE -> FaultCode.NAN;
      case TopologyValidationError.RING_NOT_CLOSED -> FaultCode.RING_NOT_CLOSED;
      default -> FaultCode.INVALID;
    };
  }

  /** Stops at the first coordinate that is no place on the globe. */
  private static final class RangeFilter implements CoordinateSequenceFilter {
    private @Nullable Fault fault;

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double lon = sequence.getX(i);
      double lat = sequence.getY(i);
      if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
        return;
      }
      Coordinate at = new Coordinate(lon, lat);
      if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
        fault = FaultCode.NAN.at(null);
      } else if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) {
        fault = FaultCode.AXES_SWAPPED.at(at);
      } else {
        fault = FaultCode.OUT_OF_RANGE.at(at);
      }
    }

    @Override
    public boolean isDone() {
      return fault != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
