package org.shuangshi.intake.city;

import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * The lattice of 1e-8 degrees on which the register keeps its vertices, with whole numbers as
 * coordinates, and the flat metres in which a city is drawn. Both maps are affine: straight stays
 * straight and what does not touch does not touch, down to the rounding of 1 mm.
 *
 * <p>Whole numbers divided by 1e8 give the same double for the same vertex everywhere, which is
 * what an edge-matched coverage needs.
 */
final class Lattice {
  static final double PER_DEGREE = 1e8;

  /** Where the flat origin lies, EPSG:4490. */
  private static final double LON = 114.3;

  private static final double LAT = 30.55;

  /**
   * Lattice steps per metre: 95,867 m to a degree of longitude at that latitude, 110,856 m north.
   */
  private static final double EAST = PER_DEGREE / 95_867;

  private static final double NORTH = PER_DEGREE / 110_856;

  /** Geometry with whole coordinates. */
  static final GeometryFactory WHOLE = new GeometryFactory(new PrecisionModel(1), 4490);

  /** Geometry in degrees or metres. */
  static final GeometryFactory FREE = new GeometryFactory(new PrecisionModel(), 4490);

  private Lattice() {}

  static Coordinate fromMetres(double east, double north) {
    return new Coordinate(
        StrictMath.rint(LON * PER_DEGREE + east * EAST),
        StrictMath.rint(LAT * PER_DEGREE + north * NORTH));
  }

  static double eastMetres(double latticeX) {
    return (latticeX - LON * PER_DEGREE) / EAST;
  }

  static double northMetres(double latticeY) {
    return (latticeY - LAT * PER_DEGREE) / NORTH;
  }

  static double areaSquareMetres(Geometry lattice) {
    return lattice.getArea() / (EAST * NORTH);
  }

  static Polygon polygon(double[] xs, double[] ys) {
    Coordinate[] ring = new Coordinate[xs.length + 1];
    for (int i = 0; i < xs.length; i++) {
      ring[i] = fromMetres(xs[i], ys[i]);
    }
    ring[xs.length] = ring[0].copy();
    return WHOLE.createPolygon(ring);
  }

  /** A copy in degrees. */
  static Geometry toDegrees(Geometry lattice) {
    Geometry copy = FREE.createGeometry(lattice);
    copy.apply(
        (CoordinateFilter)
            c -> {
              c.x = StrictMath.rint(c.x) / PER_DEGREE;
              c.y = StrictMath.rint(c.y) / PER_DEGREE;
            });
    copy.geometryChanged();
    return copy;
  }

  /** A copy of geometry in degrees on the lattice; vertices off it move to the nearest. */
  static Geometry fromDegrees(Geometry degrees) {
    Geometry copy = WHOLE.createGeometry(degrees);
    copy.apply(
        (CoordinateFilter)
            c -> {
              c.x = StrictMath.rint(c.x * PER_DEGREE);
              c.y = StrictMath.rint(c.y * PER_DEGREE);
            });
    copy.geometryChanged();
    return copy;
  }

  static Point degrees(double eastMetres, double northMetres) {
    Coordinate c = fromMetres(eastMetres, northMetres);
    return FREE.createPoint(new Coordinate(c.x / PER_DEGREE, c.y / PER_DEGREE));
  }

  /**
   * Areas that meet edge to edge, as one. Of holes that touch in a corner CoverageUnion makes one
   * ring that touches itself (JTS 1.20), which is no hole.
   */
  static Geometry union(Geometry... coverage) {
    Geometry union = CoverageUnion.union(coverage);
    return union.isValid() ? union : GeometryFixer.fix(union);
  }

  /** The form the register stores: several parts, even where there is one. */
  static MultiPolygon multi(Geometry area) {
    if (area instanceof MultiPolygon many) {
      return many;
    }
    if (area instanceof Polygon one) {
      return area.getFactory().createMultiPolygon(new Polygon[] {one});
    }
    throw new IllegalArgumentException("no area: " + area.getGeometryType());
  }
}
