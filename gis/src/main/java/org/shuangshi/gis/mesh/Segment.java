package org.shuangshi.gis.mesh;

/** Two neighbouring vertices, the lesser first: the same for both grids beside it. */
record Segment(Step a, Step b) {

  static Segment of(Step from, Step to) {
    return from.compareTo(to) < 0 ? new Segment(from, to) : new Segment(to, from);
  }

  Step other(Step end) {
    return end.equals(a) ? b : a;
  }

  @Override
  public int hashCode() {
    return a.hashCode() * 31 + b.hashCode();
  }
}
