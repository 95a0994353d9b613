package org.shuangshi.gis.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.CoverageCheck;

/** A compound of 1,200 households is built in a street whose grids were all in the band. */
class RebalanceTest {

  private static final int NEW_PEOPLE = 1200;

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "1, false", "3, false", "4, false"})
  void movesLittleMoreThanTheLeast(int seed, boolean newGrids) {
    Street street = Street.of(20_000, seed);
    List<Integer> fields = street.blockFields();
    street.rebuild(fields.get(fields.size() / 2 + seed), NEW_PEOPLE);
    Ground ground = street.ground(street.hidden);
    Rules rules = new Rules(Street.BAND, false, newGrids, seed);
    GridPlan plan = Zoning.rebalance(ground, rules, Progress.NONE);
    long least = least(Atoms.of(ground).graph, street.hidden.size(), newGrids);
    if (!newGrids) {
      // otherwise the new people fill three grids of their own, and the least is nothing
      assertThat(least).isPositive();
    }
    assertThat(plan.score().gridsOutOfBand()).isZero();
    assertThat(plan.score().compoundsCut()).isLessThanOrEqualTo(street.hiddenCompoundsCut + 1);
    assertThat(plan.score().loadMoved()).isLessThanOrEqualTo((long) (1.3 * least));
    List<Geometry> areas = new ArrayList<>();
    plan.grids().forEach(grid -> areas.add(grid.area()));
    assertThat(areas).allMatch(area -> area.getNumGeometries() == 1);
    assertThat(CoverageCheck.faults(areas, plan.community())).isEmpty();
    assertThat(CoverageValidator.validate(areas.toArray(Geometry[]::new), 2e-8))
        .containsOnlyNulls();
  }

  /**
   * Households that have to pass a border between neighbours whatever is done, if pieces could be
   * any size and grids need not be connected. New people settle free of charge in grids that touch
   * theirs, or in new ones.
   */
  private static long least(Graph graph, int grids, boolean newGrids) {
    long least = Long.MAX_VALUE;
    for (int opened = 0; opened <= (newGrids ? 4 : 0); opened++) {
      least = Math.min(least, least(graph, grids, opened));
    }
    return least;
  }

  private static long least(Graph graph, int grids, int opened) {
    long must = 1_000_000;
    int fresh = grids;
    int added = grids + 1;
    int source = grids + 2;
    int sink = grids + 3;
    LeastFlow flow = new LeastFlow(grids + 4);
    long[] load = new long[grids + 1];
    boolean[][] beside = new boolean[grids + 1][grids + 1];
    for (int u = 0; u < graph.size; u++) {
      int a = graph.former[u] == Graph.NONE ? fresh : graph.former[u];
      load[a] += graph.load[u];
      for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
        int v = graph.to[e];
        beside[a][graph.former[v] == Graph.NONE ? fresh : graph.former[v]] |= graph.open[e];
      }
    }
    long all = 0;
    for (int a = 0; a <= grids; a++) {
      all += load[a];
      flow.arc(source, a, load[a], 0);
      for (int b = 0; b < grids; b++) {
        if (a != b && beside[a][b]) {
          flow.arc(a, b, Long.MAX_VALUE / 4, a == fresh ? 0 : 1);
        }
      }
      if (a == fresh || beside[a][fresh]) {
        flow.arc(a, added, Long.MAX_VALUE / 4, a == fresh ? 0 : 1);
      }
    }
    Band band = Street.BAND;
    int needed = 0;
    for (int a = 0; a <= grids; a++) {
      int count = a < grids ? 1 : opened;
      int node = a < grids ? a : added;
      flow.arc(node, sink, (long) count * band.least(), -must);
      flow.arc(node, sink, (long) count * (band.most() - band.least()), 0);
      needed += count * band.least();
    }
    flow.run(source, sink);
    long moved = flow.cost() + must * needed;
    return flow.amount() == all && moved < must ? moved : Long.MAX_VALUE;
  }
}
