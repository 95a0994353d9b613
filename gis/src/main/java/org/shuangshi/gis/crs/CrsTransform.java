package org.shuangshi.gis.crs;

import org.locationtech.jts.geom.Geometry;

/** A transform between two systems; safe for use by several threads. */
public interface CrsTransform {

  /**
   * A new geometry in the target system, x east, y north, with the same structure; not rounded. Z
   * is left as it is. A coordinate that the projection cannot reach comes out as NaN, which {@code
   * GeometryCheck} names.
   */
  Geometry apply(Geometry geometry);

  /**
   * The transform from one system to the other.
   *
   * <p>CGCS2000 and WGS 84 are both realisations of the ITRF and less than a decimetre apart, with
   * no published shift: between them only the ellipsoid changes (0.1 mm), as in PROJ. Every other
   * change of datum is refused.
   *
   * @throws CrsException {@code crs.unknown} for a code that is not known, {@code
   *     crs.no-datum-shift} where no public shift between the datums exists
   */
  static CrsTransform between(Crs source, Crs target) throws CrsException {
    return GeoToolsTransform.between(source, target);
  }

  /** This one, then the other. */
  default CrsTransform then(CrsTransform other) {
    return geometry -> other.apply(apply(geometry));
  }

  /** North and east change places. */
  static CrsTransform swapAxes() {
    return new PointwiseTransform(
        xy -> {
          double x = xy[0];
          xy[0] = xy[1];
          xy[1] = x;
        });
  }

  /** Opens the EPSG database, about a second, so that the first request need not wait for it. */
  static void warmUp() {
    try {
      between(new Crs(4549), Crs.CGCS2000);
    } catch (CrsException e) {
      throw new IllegalStateException("EPSG database does not know CGCS2000", e);
    }
  }
}
