package org.shuangshi.gis.mesh;

import org.locationtech.jts.geom.Envelope;

/** Two neighbouring vertices, the lesser first: the same for both grids beside it. */
record Segment(Step a, Step b) {

  static Segment of(Step from, Step to) {
    return from.compareTo(to) < 0 ? new Segment(from, to) : new Segment(to, from);
  }

  /** In steps. */
  Envelope envelope() {
    return envelope(a, b, 0);
  }

  static Envelope envelope(Step a, Step b, double reach) {
    Envelope envelope =
        new Envelope((double) a.x(), (double) b.x(), (double) a.y(), (double) b.y());
    envelope.expandBy(reach);
    return envelope;
  }

  Step other(Step end) {
    return end.equals(a) ? b : a;
  }

  @Override
  public int hashCode() {
    return a.hashCode() * 31 + b.hashCode();
  }
}
