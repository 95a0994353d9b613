package org.shuangshi.intake.city;

import java.time.LocalDate;

/**
 * How large a city is to be: what is town and what is country. The larger the city, the more of it
 * is countryside, as in the prefecture of DOMAIN.md: most of 1.4 M buildings are single houses.
 *
 * @param buildings footprints wanted; met within a few per cent
 * @param today reference day; all evidence and every move lies before it
 */
record CityPlan(int buildings, long seed, LocalDate today, Place place) {

  /** Footprints on a superblock of the town, of some 650 by 650 m, streets and parks included. */
  private static final double BUILDINGS_PER_SUPERBLOCK = 470;

  /** Footprints of a hamlet: 80 to 90 homes and their sheds. */
  private static final double BUILDINGS_PER_HAMLET = 108;

  private double townShare() {
    return Math.min(0.62, 0.60 * StrictMath.pow(3600.0 / buildings, 0.35));
  }

  int townSuperblocks() {
    return Math.max(2, (int) Math.round(buildings * townShare() / BUILDINGS_PER_SUPERBLOCK));
  }

  /** Territories of hamlets in the countryside; those the river cuts may hold one on each bank. */
  int hamlets() {
    return Math.max(3, (int) Math.round(buildings * (1 - townShare()) / BUILDINGS_PER_HAMLET));
  }

  Dice dice(String purpose, long index) {
    return Dice.of(seed, purpose, index);
  }
}
