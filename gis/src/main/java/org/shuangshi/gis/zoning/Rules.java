package org.shuangshi.gis.zoning;

/**
 * What grids have to keep to.
 *
 * @param band households of a grid
 * @param compoundsMayBeCut whether a grid may end within a compound; one above the band is always
 *     cut
 * @param newGrids whether rebalancing may open grids
 * @param seed the same seed makes the same plan of the same ground
 */
public record Rules(Band band, boolean compoundsMayBeCut, boolean newGrids, long seed) {

  /** Compounds stay whole, new grids may be opened. */
  public static Rules of(Band band, long seed) {
    return new Rules(band, false, true, seed);
  }

  /** By compound, whether it may be cut. */
  boolean[] mayCut(Graph atoms) {
    long[] load = new long[Graph.count(atoms.compound)];
    for (int u = 0; u < atoms.size; u++) {
      if (atoms.compound[u] != Graph.NONE) {
        load[atoms.compound[u]] += atoms.load[u];
      }
    }
    boolean[] mayCut = new boolean[load.length];
    for (int c = 0; c < load.length; c++) {
      mayCut[c] = compoundsMayBeCut || load[c] > band.most();
    }
    return mayCut;
  }
}
