package org.shuangshi.gis.zoning;

import java.util.Arrays;

/** Counts the compounds that lie in more than one grid. */
final class Compounds {

  private final int[] compound;
  private final int[][] pieces;
  private int cut;

  Compounds(int[] compound) {
    this.compound = compound;
    int[] size = new int[Graph.count(compound)];
    for (int c : compound) {
      if (c != Graph.NONE) {
        size[c]++;
      }
    }
    pieces = new int[size.length][];
    Arrays.setAll(pieces, c -> new int[size[c]]);
    for (int u = compound.length - 1; u >= 0; u--) {
      if (compound[u] != Graph.NONE) {
        pieces[compound[u]][--size[compound[u]]] = u;
      }
    }
  }

  int cut() {
    return cut;
  }

  void count(int[] gridOf) {
    cut = 0;
    for (int[] each : pieces) {
      cut += isCut(each, gridOf) ? 1 : 0;
    }
  }

  /** Before a piece changes its grid. */
  void leave(int piece, int[] gridOf) {
    if (compound[piece] != Graph.NONE && isCut(pieces[compound[piece]], gridOf)) {
      cut--;
    }
  }

  /** After a piece has changed its grid. */
  void join(int piece, int[] gridOf) {
    if (compound[piece] != Graph.NONE && isCut(pieces[compound[piece]], gridOf)) {
      cut++;
    }
  }

  private static boolean isCut(int[] pieces, int[] gridOf) {
    for (int piece : pieces) {
      if (gridOf[piece] != gridOf[pieces[0]]) {
        return true;
      }
    }
    return false;
  }
}
