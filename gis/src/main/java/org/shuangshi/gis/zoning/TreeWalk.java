package org.shuangshi.gis.zoning;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A spanning tree walked from its root, so that every branch is a stretch of the walk. */
final class TreeWalk {
  /** The nodes in the order of the walk. */
  private final int[] node;

  /** For each node its place in the walk. */
  final int[] place;

  /** For each place that of the node it hangs on; −1 for the root. */
  private final int[] parent;

  /** For each place where its branch ends, exclusive. */
  final int[] end;

  TreeWalk(int[] node, int[] place, int[] parent, int[] end) {
    this.node = node;
    this.place = place;
    this.parent = parent;
    this.end = end;
  }

  /**
   * The tree that takes the edges in order, leaving out those that close a circle.
   *
   * @return null where the edges do not join all nodes
   */
  static @Nullable TreeWalk over(int size, int[] from, int[] into, int[] order) {
    int[] root = new int[size];
    Arrays.setAll(root, i -> i);
    int[] first = new int[size];
    Arrays.fill(first, -1);
    int[] to = new int[2 * size];
    int[] following = new int[2 * size];
    int arcs = 0;
    for (int edge : order) {
      int a = find(root, from[edge]);
      int b = find(root, into[edge]);
      if (a != b) {
        root[a] = b;
        to[arcs] = into[edge];
        following[arcs] = first[from[edge]];
        first[from[edge]] = arcs++;
        to[arcs] = from[edge];
        following[arcs] = first[into[edge]];
        first[into[edge]] = arcs++;
        if (arcs == 2 * (size - 1)) {
          break;
        }
      }
    }
    return arcs == 2 * (size - 1) ? walk(size, first, to, following) : null;
  }

  private static TreeWalk walk(int size, int[] first, int[] to, int[] following) {
    int[] node = new int[size];
    int[] place = new int[size];
    int[] parent = new int[size];
    int[] end = new int[size];
    int[] stack = new int[size];
    int[] under = new int[size];
    Arrays.fill(place, -1);
    int top = 0;
    int count = 0;
    stack[top] = 0;
    under[top++] = -1;
    while (top > 0) {
      int u = stack[--top];
      parent[count] = under[top];
      place[u] = count;
      node[count] = u;
      for (int arc = first[u]; arc >= 0; arc = following[arc]) {
        if (place[to[arc]] < 0) {
          stack[top] = to[arc];
          under[top++] = count;
        }
      }
      count++;
    }
    for (int i = size - 1; i >= 0; i--) {
      end[i] = Math.max(end[i], i + 1);
      if (parent[i] >= 0) {
        end[parent[i]] = Math.max(end[parent[i]], end[i]);
      }
    }
    return new TreeWalk(node, place, parent, end);
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** By place: the load of the whole branch. */
  long[] loads(IntUnaryOperator load) {
    long[] sum = new long[node.length];
    for (int i = node.length - 1; i >= 0; i--) {
      sum[i] += load.applyAsInt(node[i]);
      if (parent[i] >= 0) {
        sum[parent[i]] += sum[i];
      }
    }
    return sum;
  }
}
