package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which new grid goes on under the number of which one that stood: the larger share first. */
final class Naming {

  private record Share(int grid, int former) {}

  private Naming() {}

  /**
   * The plan with numbers of grids that stood where one goes on, and numbers from {@code standing}
   * on for the others.
   *
   * @param locked for each piece its locked grid, which keeps its number
   * @param standing how many grids stood
   */
  static int[] of(Graph graph, int[] gridOf, int[] locked, int standing) {
    int[] name = new int[Graph.count(gridOf)];
    Arrays.fill(name, Graph.NONE);
    boolean[] given = new boolean[standing];
    Map<Share, Long> load = new HashMap<>();
    for (int u = 0; u < graph.size; u++) {
      if (locked[u] != Graph.NONE) {
        name[gridOf[u]] = locked[u];
        given[locked[u]] = true;
      } else if (graph.former[u] != Graph.NONE) {
        load.merge(new Share(gridOf[u], graph.former[u]), (long) graph.load[u], Long::sum);
      }
    }
    List<Share> shares = new ArrayList<>(load.keySet());
    shares.sort(
        (a, b) -> {
          int order = Long.compare(load.getOrDefault(b, 0L), load.getOrDefault(a, 0L));
          order = order != 0 ? order : Integer.compare(a.former, b.former);
          return order != 0 ? order : Integer.compare(a.grid, b.grid);
        });
    for (Share share : shares) {
      if (name[share.grid] == Graph.NONE && !given[share.former]) {
        name[share.grid] = share.former;
        given[share.former] = true;
      }
    }
    int next = standing;
    for (int g = 0; g < name.length; g++) {
      name[g] = name[g] == Graph.NONE ? next++ : name[g];
    }
    int[] named = new int[gridOf.length];
    Arrays.setAll(named, u -> name[gridOf[u]]);
    return named;
  }
}
