package org.shuangshi.gis.crs;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A transform computed by GeoTools on whole coordinate sequences. */
final class GeoToolsTransform implements CrsTransform {

  private record Pair(Crs source, Crs target) {}

  private static final Map<Pair, CrsTransform> KNOWN = new ConcurrentHashMap<>();

  /** EPSG codes of the datums China 2000 and WGS 84, which need no shift between them. */
  private static final Set<String> SAME_TO_A_DECIMETRE = Set.of("1043", "6326");

  private final MathTransform transform;

  private GeoToolsTransform(MathTransform transform) {
    this.transform = transform;
  }

  static CrsTransform between(Crs source, Crs target) throws CrsException {
    Pair pair = new Pair(source, target);
    CrsTransform known = KNOWN.get(pair);
    if (known == null) {
      known = make(source, target);
      KNOWN.put(pair, known);
    }
    return known;
  }

  private static CrsTransform make(Crs source, Crs target) throws CrsException {
    CoordinateReferenceSystem from = Epsg.decode(source);
    CoordinateReferenceSystem to = Epsg.decode(target);
    if (source.equals(target)) {
      return Geometry::copy;
    }
    boolean ellipsoidOnly =
        SAME_TO_A_DECIMETRE.contains(datumCode(from))
            && SAME_TO_A_DECIMETRE.contains(datumCode(to));
    try {
      return new GeoToolsTransform(CRS.findMathTransform(from, to, ellipsoidOnly));
    } catch (OperationNotFoundException e) {
      throw new CrsException(
          "crs.no-datum-shift",
          source.label()
              + " 与 "
              + target.label()
              + " 的基准不同，没有公开的转换参数。请由测绘部门先转换为 CGCS2000（例如 EPSG:4490）后再导入");
    } catch (FactoryException e) {
      throw new IllegalStateException("no transform from " + source + " to " + target, e);
    }
  }

  private static String datumCode(CoordinateReferenceSystem system) {
    if (system instanceof SingleCRS single) {
      for (ReferenceIdentifier name : single.getDatum().getIdentifiers()) {
        return name.getCode();
      }
    }
    return "";
  }

  @Override
  public Geometry apply(Geometry geometry) {
    Geometry result = geometry.copy();
    result.apply(new Filter());
    result.geometryChanged();
    return result;
  }

  /** Transforms a whole sequence at its first coordinate: one call into GeoTools instead of n. */
  private final class Filter implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      if (i > 0) {
        return;
      }
      int size = sequence.size();
      double[] xy = new double[2 * size];
      for (int k = 0; k < size; k++) {
        xy[2 * k] = sequence.getX(k);
        xy[2 * k + 1] = sequence.getY(k);
      }
      double[] moved = new double[2 * size];
      try {
        transform.transform(xy, 0, moved, 0, size);
      } catch (TransformException e) {
        moveOneByOne(xy, moved);
      }
      for (int k = 0; k < size; k++) {
        sequence.setOrdinate(k, CoordinateSequence.X, moved[2 * k]);
        sequence.setOrdinate(k, CoordinateSequence.Y, moved[2 * k + 1]);
      }
    }

    /** After a failure somewhere in the sequence: only what truly fails becomes NaN. */
    private void moveOneByOne(double[] xy, double[] moved) {
      for (int k = 0; k < xy.length; k += 2) {
        try {
          transform.transform(xy, k, moved, k, 1);
        } catch (TransformException e) {
          moved[k] = Double.NaN;
          moved[k + 1] = Double.NaN;
        }
      }
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
