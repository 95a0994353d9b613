package org.shuangshi.gis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoverageCheckTest {

  private static final String LEFT = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
  private static final String RIGHT = "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))";
  private static final String BOTH = "POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))";

  private static List<Geometry> geometries(String... wkts) throws ParseException {
    List<Geometry> result = new ArrayList<>();
    for (String wkt : wkts) {
      result.add(new WKTReader().read(wkt));
    }
    return result;
  }

  private static List<String> codes(List<CoverageFault> faults) {
    return faults.stream().map(CoverageFault::code).toList();
  }

  @Test
  void findsNothingInNeighboursThatFillTheirCommunity() throws ParseException {
    assertThat(CoverageCheck.faults(geometries(LEFT, RIGHT), geometries(BOTH).get(0))).isEmpty();
  }

  @Test
  void locatesAnOverlapAndNamesBoth() throws ParseException {
    List<CoverageFault> faults =
        CoverageCheck.faults(geometries(LEFT, "POLYGON ((0.9 0, 2 0, 2 1, 0.9 1, 0.9 0))"), null);
    assertThat(codes(faults)).containsExactly("coverage.overlap");
    assertThat(faults.get(0).which()).containsExactly(0, 1);
    Coordinate at = faults.get(0).at();
    assertThat(at).isNotNull().satisfies(c -> assertThat(c.x).isBetween(0.9, 1.0));
  }

  @Test
  void findsOnePolygonTwice() throws ParseException {
    assertThat(codes(CoverageCheck.faults(geometries(LEFT, LEFT), null)))
        .containsExactly("coverage.overlap");
  }

  @Test
  void findsAGapNarrowerThanTwoStepsOfTheLattice() throws ParseException {
    List<CoverageFault> faults =
        CoverageCheck.faults(
            geometries(LEFT, "POLYGON ((1.00000001 0, 2 0, 2 1, 1.00000001 1, 1.00000001 0))"),
            null);
    assertThat(codes(faults)).contains("coverage.edge-mismatch");
  }

  @Test
  void findsAVertexTheNeighbourHasNot() throws ParseException {
    List<CoverageFault> faults =
        CoverageCheck.faults(geometries(LEFT, "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))"), null);
    assertThat(codes(faults)).containsOnly("coverage.edge-mismatch");
  }

  @Test
  void locatesWhatIsLeftOver() throws ParseException {
    List<CoverageFault> faults = CoverageCheck.faults(geometries(LEFT), geometries(BOTH).get(0));
    assertThat(codes(faults)).containsExactly("coverage.gap");
    assertThat(faults.get(0).at()).isEqualTo(new Coordinate(1.5, 0.5));
    assertThat(faults.get(0).which()).isEmpty();
    assertThat(codes(CoverageCheck.faults(List.of(), geometries(BOTH).get(0))))
        .containsExactly("coverage.gap");
  }

  @Test
  void locatesWhatSticksOut() throws ParseException {
    assertThat(codes(CoverageCheck.faults(geometries(LEFT, RIGHT), geometries(LEFT).get(0))))
        .containsExactly("coverage.outside");
  }

  @Test
  void asksNothingElseWhileAPolygonIsInvalid() throws ParseException {
    List<CoverageFault> faults =
        CoverageCheck.faults(
            geometries(LEFT, "POLYGON ((1 0, 2 1, 2 0, 1 1, 1 0))"), geometries(BOTH).get(0));
    assertThat(codes(faults)).containsExactly("geometry.self-intersection");
    assertThat(faults.get(0).which()).containsExactly(1);
  }

  @Test
  void aHoleFilledByAnotherIsNoFault() throws ParseException {
    String ring = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))";
    String filling = "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))";
    Geometry all = geometries("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))").get(0);
    assertThat(CoverageCheck.faults(geometries(ring, filling), all)).isEmpty();
    assertThat(codes(CoverageCheck.faults(geometries(ring), all))).containsExactly("coverage.gap");
  }

  /** Squares, some with a corner moved that their neighbours keep. */
  @Test
  void findsWhatCoverageValidatorFinds() {
    int sound = 0;
    for (int seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      List<Geometry> squares = squares(random, random.nextInt(4));
      Geometry[] wrong = CoverageValidator.validate(squares.toArray(Geometry[]::new), 2e-8);
      Set<Integer> expected = new TreeSet<>();
      for (int i = 0; i < wrong.length; i++) {
        if (wrong[i] != null) {
          expected.add(i);
        }
      }
      assertThat(CoverageCheck.faults(squares, null))
          .as("seed %s", seed)
          .flatExtracting(CoverageFault::which)
          .hasSameElementsAs(expected);
      sound += expected.isEmpty() ? 1 : 0;
    }
    assertThat(sound).isBetween(1, 59);
  }

  private static List<Geometry> squares(Random random, int moved) {
    GeometryFactory factory = new GeometryFactory();
    List<Geometry> squares = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int x = i % 10;
      int y = i / 10;
      squares.add(factory.toGeometry(new Envelope(x, x + 1, y, y + 1)));
    }
    for (int n = 0; n < moved; n++) {
      int which = random.nextInt(squares.size());
      Coordinate[] ring = squares.get(which).copy().getCoordinates();
      double by = random.nextBoolean() ? 0.2 : -0.2;
      ring[1] = new Coordinate(ring[1].x + by, ring[1].y + by);
      squares.set(which, factory.createPolygon(ring));
    }
    return squares;
  }
}
