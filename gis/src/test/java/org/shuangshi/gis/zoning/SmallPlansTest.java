package org.shuangshi.gis.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grounds so small that every plan of them can be listed. */
class SmallPlansTest {

  private static final Band BAND = new Band(100, 200);
  private static final int GROUNDS = 12;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void thePlanFoundIsTheBestOfAll(int seed) {
    for (int ground = 0; ground < GROUNDS; ground++) {
      SplittableRandom random = new SplittableRandom(1000L * seed + ground);
      Graph graph = SmallGround.random(random);
      Rules rules = new Rules(BAND, random.nextInt(4) == 0, true, seed);
      int[] free = new int[graph.size];
      Arrays.fill(free, Graph.NONE);
      Outcome outcome = Division.of(graph, rules, free, Progress.NONE.part(0, 1));
      AllPlans all = new AllPlans(graph, rules);
      assertThat(all.allows(outcome.gridOf)).isTrue();
      Score found = Score.of(graph, outcome.gridOf, BAND);
      Score best = all.best();
      assertThat(found)
          .as("ground %d: %s", ground, Arrays.toString(graph.load))
          .usingComparator(SmallPlansTest::likeOrder)
          .isEqualTo(best);
    }
  }

  /** The last digits of a mean hang on the order of its sum. */
  private static int likeOrder(Score a, Score b) {
    return rounded(a).compareTo(rounded(b));
  }

  private static Score rounded(Score s) {
    return new Score(
        s.gridsOutOfBand(),
        s.buildingsCut(),
        s.compoundsCut(),
        s.barriersCrossed(),
        s.loadMoved(),
        Math.rint(s.compactness() * 1e9) / 1e9);
  }
}
