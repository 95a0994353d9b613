package org.shuangshi.intake.covering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;

/** What fields and indexes answer is what a look at every area answers. */
class CoveringTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Known(long id, int from, int to, Geometry shape) {}

  @Test
  void coversWhatALookAtEveryAreaFinds() {
    int alone = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      List<Known> known = areas(random, 1 + random.nextInt(seed * 20));
      Covering covering = covering(known);
      int inside = 0;
      for (Coordinate at : places(random, known)) {
        int from = random.nextInt(100);
        int to = from + 1 + random.nextInt(60);
        List<Long> expected =
            known.stream()
                .filter(each -> each.from() < to && from < each.to() && lies(at, each.shape()))
                .map(Known::id)
                .toList();
        assertThat(covering.of(at.x, at.y, from, to).stream().map(Covering.Dated::id))
            .as("%s, seed %s", at, seed)
            .containsExactlyInAnyOrderElementsOf(expected);
        inside += expected.size();
        Covering.Dated only = covering.only(at.x, at.y, from, to);
        if (only != null) {
          assertThat(expected).as("%s, seed %s", at, seed).containsExactly(only.id());
          assertThat(only.from() <= from && to <= only.to()).as("%s, all days", at).isTrue();
          alone++;
        }
      }
      assertThat(inside).as("some are covered").isPositive();
    }
    assertThat(alone).as("of some the field says it").isPositive();
  }

  @Test
  void nothingIsCoveredWhereThereAreNoAreas() {
    assertThat(covering(List.of()).of(120, 30, 0, 1)).isEmpty();
    assertThat(covering(List.of()).smallest(120, 30, 0)).isZero();
  }

  @Test
  void aStripIsCoveredToItsEnds() throws Exception {
    Geometry strip = new WKTReader().read("POLYGON((0 0, 180 0, 180 1e-8, 0 1e-8, 0 0))");
    Covering covering = covering(List.of(new Known(7, 0, 10, strip)));
    assertThat(covering.smallest(0, 0, 5)).isEqualTo(7);
    assertThat(covering.smallest(180, 1e-8, 5)).isEqualTo(7);
    assertThat(covering.smallest(90, 2e-8, 5)).isZero();
    assertThat(covering.smallest(90, 0, 10)).isZero();
  }

  private static Covering covering(List<Known> known) {
    return new Covering(
        known.stream()
            .map(each -> new Covering.Dated(each.id(), each.from(), each.to(), each.shape()))
            .toList());
  }

  private static boolean lies(Coordinate at, Geometry shape) {
    return SimplePointInAreaLocator.locate(at, shape) != Location.EXTERIOR;
  }

  /** Ovals, some with holes, some of two parts, and squares whose sides meet. */
  private static List<Known> areas(Random random, int count) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 120 + random.nextInt(40) / 100.0;
      double y = 30 + random.nextInt(40) / 100.0;
      Geometry shape =
          switch (random.nextInt(4)) {
            case 0 -> square(x, y, 0.01 * (1 + random.nextInt(10)));
            case 1 -> oval(x, y, random).difference(oval(x, y, new Random(i)).buffer(-0.005));
            case 2 -> oval(x, y, random).union(square(x + 0.1, y + 0.02, 0.01));
            default -> oval(x, y, random);
          };
      if (!shape.isEmpty()) {
        int from = random.nextInt(80);
        known.add(new Known(100 + i, from, from + 1 + random.nextInt(80), shape));
      }
    }
    known.add(new Known(99, 0, Covering.NO_END, square(120, 30, 0.2)));
    return known;
  }

  private static Geometry square(double x, double y, double side) {
    return FACTORY.toGeometry(new Envelope(x, x + side, y, y + side));
  }

  private static Geometry oval(double x, double y, Random random) {
    Geometry round =
        FACTORY.createPoint(new Coordinate(0, 0)).buffer(0.02 + random.nextDouble() * 0.05, 4);
    return AffineTransformation.scaleInstance(0.3 + random.nextDouble(), 1)
        .rotate(random.nextDouble() * 3)
        .translate(x, y)
        .transform(round);
  }

  /** Anywhere, on corners, on sides, and just beside them. */
  private static List<Coordinate> places(Random random, List<Known> known) {
    List<Coordinate> places = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      places.add(
          new Coordinate(119.9 + random.nextDouble() * 0.7, 29.9 + random.nextDouble() * 0.7));
      Coordinate[] corners = known.get(random.nextInt(known.size())).shape().getCoordinates();
      int corner = random.nextInt(corners.length - 1);
      Coordinate a = corners[corner];
      Coordinate b = corners[corner + 1];
      places.add(a);
      places.add(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2));
      places.add(new Coordinate(Math.nextUp(a.x), a.y));
      places.add(new Coordinate(a.x, Math.nextDown(a.y)));
      places.add(new Coordinate(120 + random.nextInt(60) / 100.0, 30 + random.nextInt(60) / 100.0));
    }
    return places;
  }
}
