package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves cells between neighbouring grids of one community until every grid is in its band. */
final class Smoothing {
  private static final int ROUNDS = 60;

  private final int low;
  private final int high;

  Smoothing(int low, int high) {
    this.low = low;
    this.high = high;
  }

  void smooth(List<List<Cell>> grids) {
    Map<Cell, Integer> owner = new HashMap<>();
    int[] loads = new int[grids.size()];
    for (int g = 0; g < grids.size(); g++) {
      for (Cell cell : grids.get(g)) {
        owner.put(cell, g);
        loads[g] += cell.households;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      if (!improve(grids, owner, loads)) {
        return;
      }
    }
  }

  private boolean improve(List<List<Cell>> grids, Map<Cell, Integer> owner, int[] loads) {
    Cell best = null;
    int from = -1;
    int to = -1;
    double most = 0.5;
    for (int g = 0; g < grids.size(); g++) {
      for (Cell cell : grids.get(g)) {
        for (Cell.Border border : cell.borders) {
          Integer other = owner.get(border.neighbour());
          if (other == null || other == g || border.river()) {
            continue;
          }
          double gain = gain(loads, g, other, cell.households);
          if (gain > most && staysWhole(grids.get(g), cell)) {
            most = gain;
            best = cell;
            from = g;
            to = other;
          }
        }
      }
    }
    if (best == null) {
      return false;
    }
    grids.get(from).remove(best);
    grids.get(to).add(best);
    loads[from] -= best.households;
    loads[to] += best.households;
    owner.put(best, to);
    return true;
  }

  private double gain(int[] loads, int from, int to, int moved) {
    return off(loads[from]) + off(loads[to]) - off(loads[from] - moved) - off(loads[to] + moved);
  }

  private double off(int load) {
    return Math.max(0, Math.max(low - load, load - high));
  }

  private static boolean staysWhole(List<Cell> grid, Cell without) {
    if (grid.size() < 2) {
      return false;
    }
    List<Cell> rest = new ArrayList<>(grid);
    rest.remove(without);
    return Halving.pieces(rest, false).size() <= Halving.pieces(grid, false).size();
  }
}
