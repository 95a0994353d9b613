package org.shuangshi.gis.zoning;

/**
 * The load a grid should have, both ends included.
 *
 * @param least households
 * @param most households
 */
public record Band(int least, int most) {
  public Band {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException("band " + least + "–" + most);
    }
  }

  /** Households too many or too few; 0 within the band. */
  long excess(long load) {
    return excess(load, 1);
  }

  /** How far a load is from what so many grids can share. */
  long excess(long load, int grids) {
    return Math.max(0, Math.max((long) least * grids - load, load - (long) most * grids));
  }

  boolean holds(long load) {
    return excess(load) == 0;
  }

  /** The number of grids nearest to the middle of the band; the least wrong where none fits. */
  int gridsFor(long load) {
    int few = (int) (2 * load / (least + (long) most));
    if (few == 0) {
      return 1;
    }
    long atFew = excess(load, few);
    long atMore = excess(load, few + 1);
    if (atFew != atMore) {
      return atFew < atMore ? few : few + 1;
    }
    double middle = (least + most) / 2.0;
    return Math.abs(load / (double) few - middle) <= Math.abs(load / (few + 1.0) - middle)
        ? few
        : few + 1;
  }
}
