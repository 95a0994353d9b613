package org.shuangshi.gis.crs;

import org.locationtech.jts.geom.Geometry;

/** A transform between two systems; safe for use by several threads. */
public interface CrsTransform {

  /** A new geometry in the target system, x east, y north, with the same structure; not rounded. */
  Geometry apply(Geometry geometry);

  /**
   * The transform from one system to the other.
   *
   * @throws CrsException {@code crs.unknown} for a code that is not known, {@code
   *     crs.no-datum-shift} where no public shift between the datums exists
   */
  @SuppressWarnings("DoNotCallSuggester")
  static CrsTransform between(Crs source, Crs target) throws CrsException {
    throw new UnsupportedOperationException();
  }
}
