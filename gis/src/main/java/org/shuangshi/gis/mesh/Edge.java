package org.shuangshi.gis.mesh;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A border between two nodes, held once for both grids beside it.
 *
 * @param chain its vertices, nodes included; the first is the last where the edge closes on itself
 * @param left grid to the left of the chain, {@link Mesh#OUTSIDE} for none
 * @param right grid to the right
 */
public record Edge(List<Step> chain, long left, long right) {
  public Edge {
    chain = List.copyOf(chain);
  }

  boolean touches(long grid) {
    return left == grid || right == grid;
  }

  Step first() {
    return chain.get(0);
  }

  Step last() {
    return chain.get(chain.size() - 1);
  }

  int segments() {
    return chain.size() - 1;
  }

  void eachSegment(BiConsumer<Step, Step> visitor) {
    for (int i = 0; i < segments(); i++) {
      visitor.accept(chain.get(i), chain.get(i + 1));
    }
  }

  boolean isLoop() {
    return first().equals(last());
  }
}
