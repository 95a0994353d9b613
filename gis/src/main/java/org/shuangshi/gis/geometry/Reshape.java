package org.shuangshi.gis.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Changes of form that leave every place where it is. */
public final class Reshape {

  private Reshape() {}

  /** A point, line or polygon as the multiple of one; empty becomes empty, others stay. */
  public static Geometry toMulti(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    boolean empty = geometry.isEmpty();
    if (geometry instanceof Polygon polygon) {
      return empty
          ? factory.createMultiPolygon()
          : factory.createMultiPolygon(new Polygon[] {polygon});
    }
    if (geometry instanceof LineString line) {
      return empty
          ? factory.createMultiLineString()
          : factory.createMultiLineString(new LineString[] {line});
    }
    if (geometry instanceof Point point) {
      return empty ? factory.createMultiPoint() : factory.createMultiPoint(new Point[] {point});
    }
    return geometry;
  }

  /** Whether any coordinate has a height. */
  public static boolean hasZ(Geometry geometry) {
    HeightFilter filter = new HeightFilter(false);
    geometry.apply(filter);
    return filter.found;
  }

  /** The same geometry without heights; the argument itself where it has none. */
  public static Geometry dropZ(Geometry geometry) {
    if (!hasZ(geometry)) {
      return geometry;
    }
    Geometry flat = geometry.copy();
    flat.apply(new HeightFilter(true));
    return flat;
  }

  private static final class HeightFilter implements CoordinateSequenceFilter {
    private final boolean drop;
    private boolean found;

    HeightFilter(boolean drop) {
      this.drop = drop;
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      if (!sequence.hasZ() || Double.isNaN(sequence.getZ(i))) {
        return;
      }
      found = true;
      if (drop) {
        sequence.setOrdinate(i, CoordinateSequence.Z, Double.NaN);
      }
    }

    @Override
    public boolean isDone() {
      return found && !drop;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
