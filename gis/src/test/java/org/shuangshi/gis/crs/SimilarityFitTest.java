package org.shuangshi.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class SimilarityFitTest {

  /** Shifted by some 100 m, turned by 4″, 12 ppm longer: about what an old datum does. */
  private static final Similarity PLANTED =
      new Similarity(-43.21, 87.65, 1.000012, Math.toRadians(4.0 / 3600));

  private static List<SimilarityFit.Pair> pairs(int count, int wrong, double noiseMetres) {
    Random random = new Random(7);
    List<SimilarityFit.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] xy = {
        40_500_000 + 20_000 * random.nextDouble(), 3_450_000 + 20_000 * random.nextDouble()
      };
      Coordinate from = new Coordinate(xy[0], xy[1]);
      PLANTED.move(xy);
      double off = i < wrong ? 30 + 500 * random.nextDouble() : 0;
      pairs.add(
          new SimilarityFit.Pair(
              from,
              new Coordinate(
                  xy[0] + noiseMetres * random.nextGaussian() + off,
                  xy[1] + noiseMetres * random.nextGaussian() - 2 * off)));
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 20, 400})
  void findsWhatWasPlanted(int count) {
    SimilarityFit fit = SimilarityFit.of(pairs(count, 0, 0)).orElseThrow();
    assertThat(fit.used()).isEqualTo(count);
    assertThat(fit.rmsMetres()).isLessThan(1e-5);
    assertThat(fit.parameters().rotationSeconds()).isCloseTo(4, within(1e-5));
    assertThat(fit.parameters().scalePpm()).isCloseTo(12, within(1e-4));
    double[] moved = {40_510_000, 3_460_000};
    double[] planted = moved.clone();
    fit.parameters().move(moved);
    PLANTED.move(planted);
    assertThat(Math.hypot(moved[0] - planted[0], moved[1] - planted[1])).isLessThan(1e-4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 18})
  void isNotMovedByWrongPairsUpToNearlyHalf(int wrong) {
    SimilarityFit fit = SimilarityFit.of(pairs(40, wrong, 0.1)).orElseThrow();
    for (int i = 0; i < wrong; i++) {
      assertThat(fit.outlier().get(i)).isTrue();
      assertThat(fit.residualsMetres().get(i)).isGreaterThan(30);
    }
    assertThat(fit.used()).isBetween(40 - wrong - 3, 40 - wrong);
    assertThat(fit.rmsMetres()).isBetween(0.05, 0.25);
    assertThat(fit.worstMetres()).isLessThan(1);
    double[] moved = {40_510_000, 3_460_000};
    double[] planted = moved.clone();
    fit.parameters().move(moved);
    PLANTED.move(planted);
    assertThat(Math.hypot(moved[0] - planted[0], moved[1] - planted[1])).isLessThan(0.15);
  }

  @Test
  void needsFivePairsThatAgreeAndMoreThanOnePlace() {
    assertThat(SimilarityFit.of(pairs(4, 0, 0))).isEmpty();
    List<SimilarityFit.Pair> one = pairs(1, 0, 0);
    assertThat(
            SimilarityFit.of(
                List.of(one.get(0), one.get(0), one.get(0), one.get(0), one.get(0), one.get(0))))
        .isEmpty();
  }
}
