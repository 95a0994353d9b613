package org.shuangshi.gis.zoning;

import org.jspecify.annotations.Nullable;

/** What goes along when a piece leaves its grid. */
final class CutOff {
  private final Partition plan;
  private final int[] mark;
  private final int[] queue;
  private int marks;

  CutOff(Partition plan) {
    this.plan = plan;
    mark = new int[plan.graph.size];
    queue = new int[plan.graph.size];
  }

  /**
   * The piece and all that would be cut off from the largest rest of its grid; null for more than
   * so many.
   */
  int @Nullable [] with(int piece, int most) {
    Graph graph = plan.graph;
    int grid = plan.gridOf(piece);
    int base = marks;
    int end = 0;
    int largest = -1;
    int largestFrom = 0;
    int largestTo = 0;
    long largestLoad = -1;
    for (int e = graph.first[piece]; e < graph.first[piece + 1]; e++) {
      int start = graph.to[e];
      if (!graph.open[e] || plan.gridOf(start) != grid || mark[start] > base) {
        continue;
      }
      marks++;
      int begin = end;
      long load = 0;
      queue[end++] = start;
      mark[start] = marks;
      for (int at = begin; at < end; at++) {
        int u = queue[at];
        load += graph.load[u];
        for (int f = graph.first[u]; f < graph.first[u + 1]; f++) {
          int v = graph.to[f];
          if (graph.open[f] && v != piece && plan.gridOf(v) == grid && mark[v] != marks) {
            mark[v] = marks;
            queue[end++] = v;
          }
        }
      }
      if (load > largestLoad) {
        largestLoad = load;
        largest = marks;
        largestFrom = begin;
        largestTo = end;
      }
    }
    int tail = largest < 0 ? 0 : end - (largestTo - largestFrom);
    if (tail + 1 > most) {
      return null;
    }
    int[] moving = new int[tail + 1];
    moving[0] = piece;
    int k = 1;
    for (int at = 0; at < end; at++) {
      if (at < largestFrom || at >= largestTo) {
        moving[k++] = queue[at];
      }
    }
    return moving;
  }
}
