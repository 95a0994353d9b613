package org.shuangshi.intake.city.dirt;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Areas that are none, drawn into the box of one that is: places are fractions of its width and
 * height, in the order x y x y ….
 */
final class Shapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A millimetre of latitude in degrees; the slit is a fifth of it wide. */
  private static final double MILLIMETRE = 1e-8;

  private static final double[] WHOLE = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0};
  private static final double[] INNER = {.2, .2, .2, .8, .8, .8, .8, .2, .2, .2};
  private static final double[] INMOST = {.4, .4, .4, .6, .6, .6, .6, .4, .4, .4};

  private Shapes() {}

  static Geometry bowTie(Geometry sound) {
    return area(sound, new double[] {0, 0, 1, 1, 1, 0, 0, 1, 0, 0});
  }

  /** Pinched together in the middle of its southern side. */
  static Geometry pinched(Geometry sound) {
    return area(sound, new double[] {0, 0, .5, 0, 1, 0, 1, 1, .5, 0, 0, 1, 0, 0});
  }

  static Geometry holeOutside(Geometry sound) {
    return area(sound, WHOLE, new double[] {2, 2, 2, 3, 3, 3, 3, 2, 2, 2});
  }

  static Geometry holeInHole(Geometry sound) {
    return area(sound, WHOLE, INNER, INMOST);
  }

  static Geometry holeTwice(Geometry sound) {
    return area(sound, WHOLE, INNER, INNER);
  }

  static Geometry partInPart(Geometry sound) {
    Polygon outer = (Polygon) area(sound, WHOLE).getGeometryN(0);
    Polygon inner = (Polygon) area(sound, INMOST).getGeometryN(0);
    return FACTORY.createMultiPolygon(new Polygon[] {outer, inner});
  }

  /** Two holes that touch each other and both sides: north and south have nothing in common. */
  static Geometry cutByHoles(Geometry sound) {
    return area(
        sound,
        WHOLE,
        new double[] {0, .5, .25, .7, .5, .5, .25, .3, 0, .5},
        new double[] {.5, .5, .75, .7, 1, .5, .75, .3, .5, .5});
  }

  static Geometry onePoint(Geometry sound) {
    return area(sound, new double[] {0, 0, 0, 0, 0, 0, 0, 0});
  }

  static Geometry empty(Geometry sound) {
    return FACTORY.createMultiPolygon();
  }

  static Geometry swapped(Geometry sound) {
    return new AffineTransformation(0, 1, 0, 1, 0, 0).transform(sound);
  }

  /** Eastings and northings where degrees should be. */
  static Geometry metres(Geometry sound) {
    return AffineTransformation.scaleInstance(1e5, 1e5).transform(sound);
  }

  /** In California. */
  static Geometry abroad(Geometry sound) {
    return AffineTransformation.translationInstance(-230, 5).transform(sound);
  }

  /** In China, hundreds of kilometres from the city. */
  static Geometry farAway(Geometry sound) {
    return AffineTransformation.translationInstance(4, 3).transform(sound);
  }

  /** A box with a slit from the north that closes when ordinates are brought onto millimetres. */
  static Geometry slit(Geometry sound) {
    Envelope box = sound.getEnvelopeInternal();
    double x = Math.rint((box.getMinX() + box.getMaxX()) / 2 / MILLIMETRE) * MILLIMETRE;
    double tenth = MILLIMETRE / 10;
    LinearRing ring =
        FACTORY.createLinearRing(
            new Coordinate[] {
              new Coordinate(box.getMinX(), box.getMinY()),
              new Coordinate(box.getMaxX(), box.getMinY()),
              new Coordinate(box.getMaxX(), box.getMaxY()),
              new Coordinate(x + tenth, box.getMaxY()),
              new Coordinate(x, (box.getMinY() + box.getMaxY()) / 2),
              new Coordinate(x - tenth, box.getMaxY()),
              new Coordinate(box.getMinX(), box.getMaxY()),
              new Coordinate(box.getMinX(), box.getMinY())
            });
    return FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring)});
  }

  /** A porch of some three metres, four metres south of a point. */
  static Geometry southOf(Geometry point) {
    Coordinate at = point.getCoordinate();
    Envelope box = new Envelope(at.x - 1.5e-5, at.x + 1.5e-5, at.y - 6.5e-5, at.y - 3.5e-5);
    return area(FACTORY.toGeometry(box), WHOLE);
  }

  static Geometry point(Geometry sound) {
    return FACTORY.createPoint(sound.getCoordinate());
  }

  /** A line that stays where it begins. */
  static Geometry standstill(Geometry sound) {
    Coordinate at = sound.getCoordinate();
    return FACTORY.createLineString(new Coordinate[] {at, at.copy()});
  }

  private static MultiPolygon area(Geometry sound, double[]... rings) {
    Envelope box = sound.getEnvelopeInternal();
    List<LinearRing> made = new ArrayList<>();
    for (double[] ring : rings) {
      Coordinate[] points = new Coordinate[ring.length / 2];
      for (int i = 0; i < points.length; i++) {
        points[i] =
            new Coordinate(
                box.getMinX() + ring[2 * i] * box.getWidth(),
                box.getMinY() + ring[2 * i + 1] * box.getHeight());
      }
      made.add(FACTORY.createLinearRing(points));
    }
    return FACTORY.createMultiPolygon(
        new Polygon[] {
          FACTORY.createPolygon(
              made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new))
        });
  }
}
