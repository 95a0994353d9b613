package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A flow of least cost through a net of at most some dozens of nodes; costs may be negative. */
final class LeastFlow {

  private final int nodes;
  private final List<Integer> from = new ArrayList<>();
  private final List<Integer> to = new ArrayList<>();
  private final List<Long> room = new ArrayList<>();
  private final List<Long> cost = new ArrayList<>();
  private long amount;
  private long total;

  LeastFlow(int nodes) {
    this.nodes = nodes;
  }

  void arc(int a, int b, long most, long each) {
    from.add(a);
    to.add(b);
    room.add(most);
    cost.add(each);
    from.add(b);
    to.add(a);
    room.add(0L);
    cost.add(-each);
  }

  long amount() {
    return amount;
  }

  long cost() {
    return total;
  }

  /** As much as goes from a node to another, on cheapest paths one after the other. */
  void run(int source, int sink) {
    while (true) {
      long[] far = new long[nodes];
      int[] by = new int[nodes];
      Arrays.fill(far, Long.MAX_VALUE);
      far[source] = 0;
      boolean nearer = true;
      while (nearer) {
        nearer = false;
        for (int arc = 0; arc < from.size(); arc++) {
          int a = from.get(arc);
          int b = to.get(arc);
          if (room.get(arc) > 0 && far[a] < Long.MAX_VALUE && far[a] + cost.get(arc) < far[b]) {
            far[b] = far[a] + cost.get(arc);
            by[b] = arc;
            nearer = true;
          }
        }
      }
      if (far[sink] == Long.MAX_VALUE) {
        return;
      }
      long most = Long.MAX_VALUE;
      for (int at = sink; at != source; at = from.get(by[at])) {
        most = Math.min(most, room.get(by[at]));
      }
      for (int at = sink; at != source; at = from.get(by[at])) {
        int arc = by[at];
        room.set(arc, room.get(arc) - most);
        room.set(arc ^ 1, room.get(arc ^ 1) + most);
      }
      amount += most;
      total += most * far[sink];
    }
  }
}
