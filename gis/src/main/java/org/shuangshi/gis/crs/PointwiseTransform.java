package org.shuangshi.gis.crs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A transform that moves each place by itself. */
final class PointwiseTransform implements CrsTransform {

  /** Moves one place. */
  @FunctionalInterface
  interface Move {
    /** Replaces east and north by where they come to be. */
    void apply(double[] xy);
  }

  private final Move move;

  PointwiseTransform(Move move) {
    this.move = move;
  }

  @Override
  public Geometry apply(Geometry geometry) {
    Geometry moved = geometry.copy();
    moved.apply(new Filter());
    moved.geometryChanged();
    return moved;
  }

  private final class Filter implements CoordinateSequenceFilter {
    private final double[] xy = new double[2];

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      xy[0] = sequence.getX(i);
      xy[1] = sequence.getY(i);
      move.apply(xy);
      sequence.setOrdinate(i, CoordinateSequence.X, xy[0]);
      sequence.setOrdinate(i, CoordinateSequence.Y, xy[1]);
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
