package org.shuangshi.gis.zoning;

import org.jspecify.annotations.Nullable;

/** Every plan of a small ground that keeps to the rules, one after the other. */
final class AllPlans {

  private final Graph graph;
  private final Rules rules;
  private final boolean[] mayCut;
  private final int[] gridOf;
  private @Nullable Score best;

  AllPlans(Graph graph, Rules rules) {
    this.graph = graph;
    this.rules = rules;
    mayCut = rules.mayCut(graph);
    gridOf = new int[graph.size];
  }

  Score best() {
    list(0, 0);
    if (best == null) {
      throw new AssertionError("no plan keeps to the rules");
    }
    return best;
  }

  private void list(int piece, int grids) {
    if (piece == graph.size) {
      if (allows(gridOf)) {
        Score score = Score.of(graph, gridOf, rules.band());
        best = best == null || score.compareTo(best) < 0 ? score : best;
      }
      return;
    }
    for (int g = 0; g <= grids; g++) {
      gridOf[piece] = g;
      list(piece + 1, Math.max(grids, g + 1));
    }
  }

  /** Connected grids, no building cut, no compound where forbidden barriers do not part it. */
  boolean allows(int[] plan) {
    for (int u = 0; u < graph.size; u++) {
      for (int e = graph.first[u]; e < graph.first[u + 1]; e++) {
        int v = graph.to[e];
        boolean whole =
            graph.compound[u] != Graph.NONE
                && graph.compound[u] == graph.compound[v]
                && !mayCut[graph.compound[u]];
        if (graph.open[e] && whole && plan[u] != plan[v]) {
          return false;
        }
      }
    }
    for (int g = 0; g < graph.size; g++) {
      boolean[] inside = new boolean[graph.size];
      for (int u = 0; u < graph.size; u++) {
        inside[u] = plan[u] == g;
      }
      if (Graph.count(graph.parts(inside)) > 1) {
        return false;
      }
    }
    return true;
  }
}
