package org.shuangshi.intake.city;

/**
 * What a block of the town or a territory of the country is for.
 *
 * <p>Order matters to nothing.
 */
enum Use {
  MALL(0),
  OFFICES(130),
  OLD_TOWN(70),
  URBAN_VILLAGE(64),
  SLABS(138),
  TOWERS(150),
  SCHOOL(0),
  HOSPITAL(0),
  GOVERNMENT(0),
  MARKET(0),
  FACTORY(0),
  PARK(0),
  HAMLET(0),
  HILL(0),
  LAKE(0),
  RIVERSIDE(0);

  /** Longest side of the plots its blocks are divided into, metres; 0: never divided. */
  final double plotSide;

  Use(double plotSide) {
    this.plotSide = plotSide;
  }

  /** Whether lanes with names part its plots; elsewhere it is walls. */
  boolean lanes() {
    return this == OLD_TOWN || this == URBAN_VILLAGE;
  }

  boolean homes() {
    return this == SLABS || this == TOWERS || lanes();
  }
}
