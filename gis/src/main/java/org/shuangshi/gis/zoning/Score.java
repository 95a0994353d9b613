package org.shuangshi.gis.zoning;

import java.util.Comparator;

/**
 * How good a plan is; the lesser is the better plan. Compared in the order of the components.
 *
 * @param gridsOutOfBand grids with too many or too few households
 * @param buildingsCut buildings that lie in more than one grid
 * @param compoundsCut compounds that lie in more than one grid
 * @param barriersCrossed weighted metres of barriers that lie inside a grid instead of on its
 *     border
 * @param loadMoved households that come to another grid than they were in
 * @param compactness mean Polsby-Popper (4π area / outline²) of the grids, 1 for a circle
 */
public record Score(
    int gridsOutOfBand,
    int buildingsCut,
    int compoundsCut,
    long barriersCrossed,
    long loadMoved,
    double compactness)
    implements Comparable<Score> {

  private static final Comparator<Score> ORDER =
      Comparator.comparingInt(Score::gridsOutOfBand)
          .thenComparingInt(Score::buildingsCut)
          .thenComparingInt(Score::compoundsCut)
          .thenComparingLong(Score::barriersCrossed)
          .thenComparingLong(Score::loadMoved)
          .thenComparing(Comparator.comparingDouble(Score::compactness).reversed());

  @Override
  public int compareTo(Score other) {
    return ORDER.compare(this, other);
  }

  /** The score of a plan of these pieces of ground, grids numbered from 0. */
  static Score of(Graph graph, int[] gridOf, Band band) {
    Partition partition = new Partition(graph, band, gridOf);
    return new Score(
        partition.outOfBand(),
        cut(graph.building, gridOf),
        cut(graph.compound, gridOf),
        partition.crossed(),
        partition.moved(),
        partition.compactness());
  }

  private static int cut(int[] thing, int[] gridOf) {
    int most = -1;
    for (int each : thing) {
      most = Math.max(most, each);
    }
    int[] grid = new int[most + 1];
    boolean[] cut = new boolean[most + 1];
    int count = 0;
    for (int i = 0; i < thing.length; i++) {
      int t = thing[i];
      if (t < 0 || cut[t]) {
        continue;
      }
      if (grid[t] == 0) {
        grid[t] = gridOf[i] + 1;
      } else if (grid[t] != gridOf[i] + 1) {
        cut[t] = true;
        count++;
      }
    }
    return count;
  }
}
