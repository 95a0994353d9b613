package org.shuangshi.intake.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds walled estates: rows of slabs that face south, towers, shops along the street. */
final class Estates {
  private final Construction works;

  Estates(Construction works) {
    this.works = works;
  }

  /** One estate over all its plots. */
  void build(List<Cell> cells, Use use, Dice dice) {
    int year =
        use == Use.TOWERS
            ? dice.whole(2006, 2023)
            : dice.chance(0.62) ? dice.whole(1979, 1999) : dice.whole(2000, 2016);
    Compound estate = works.compound(works.names.estate(year), use, year, cells);
    double shops = dice.between(0.25, 0.8);
    boolean tall = use == Use.SLABS && year >= 2003 && dice.chance(0.5);
    int floors = tall ? dice.whole(9, 11) : dice.whole(5, 7);
    double pitchNoise = dice.between(0, 3);
    for (Cell cell : cells) {
      Site site = works.site(cell);
      shopFronts(site, year, shops);
      if (use == Use.TOWERS) {
        towers(site, estate);
      } else {
        slabs(site, estate, floors, pitchNoise);
      }
      ancillary(site, estate);
    }
  }

  private void slabs(Site site, Compound estate, int floors, double extra) {
    Dice dice = site.dice;
    boolean old = estate.year < 2000;
    double depth = old ? dice.between(10.2, 11.6) : dice.between(12, 13.8);
    double stair = old ? dice.between(12.5, 14.5) : dice.between(17, 21);
    int longest = floors > 7 ? 3 : 5;
    // Sun: about one metre between rows for a metre of height.
    double pitch = depth + 1.6 + floors * 2.9 * (old ? 0.92 : 1.02) + extra;
    double v = site.south + dice.between(0, 4);
    while (v < site.north) {
      boolean any = false;
      double u = site.west;
      int wanted = dice.whole(2, longest);
      while (u < site.east) {
        Building built = null;
        double length = 0;
        for (int stairs = wanted; stairs >= (floors > 7 ? 1 : 2) && built == null; stairs--) {
          length = stairs * stair;
          Shape shape =
              Shape.slab(
                  site.middle.moved(u + length / 2, v + depth / 2), length, depth, stairs, 1.3);
          int storeys = floors + (dice.chance(0.1) ? -1 : 0);
          built =
              works.tryBuild(
                  site,
                  estate,
                  Kind.SLAB,
                  shape,
                  6.5,
                  new Building.Body(
                      storeys,
                      floors > 7 || (old && dice.chance(0.3)) ? 1 : 0,
                      stairs,
                      2,
                      estate.year + dice.whole(0, 2)));
        }
        any |= built != null;
        u += built != null ? length + dice.between(6.6, 10) : 3;
      }
      v += any ? pitch : 3;
    }
  }

  private void towers(Site site, Compound estate) {
    Dice dice = site.dice;
    int form = dice.whole(0, 2);
    double length = dice.between(27, 34);
    double depth = dice.between(15.5, 19);
    int floors = dice.whole(18, 33);
    int flats = form == 0 ? dice.whole(4, 6) : 4;
    double v = site.south + dice.between(0, 6);
    boolean shifted = dice.chance(0.5);
    while (v < site.north) {
      boolean any = false;
      double u = site.west + (shifted ? dice.between(8, 20) : 0);
      while (u < site.east) {
        Shape shape =
            Shape.tower(site.middle.moved(u + length / 2, v + depth / 2), length, depth, form);
        Building built =
            works.tryBuild(
                site,
                estate,
                Kind.TOWER,
                shape,
                15,
                new Building.Body(
                    Math.max(16, floors - dice.whole(0, 3)),
                    1,
                    1,
                    flats,
                    estate.year + dice.whole(0, 2)));
        any |= built != null;
        u += built != null ? length + dice.between(16, 24) : 4;
      }
      v += any ? depth + dice.between(30, 40) : 4;
      shifted = !shifted;
    }
  }

  /** Rows of shops where the estate meets a street; the gate stays free. */
  private void shopFronts(Site site, int year, double share) {
    Dice dice = site.dice;
    for (Site.Front front : site.fronts()) {
      RoadClass street = works.draft.roads.get(front.road()).kind;
      if (street == RoadClass.EXPRESSWAY || street == RoadClass.LANE || !dice.chance(share)) {
        continue;
      }
      double depth = dice.between(8.5, 11);
      double length = front.track().length();
      double gate = length * dice.between(0.3, 0.7);
      double s = 4;
      boolean flats = year < 2005 && street == RoadClass.BRANCH && dice.chance(0.25);
      while (s < length) {
        double width = dice.between(18, 38);
        boolean atGate = s < gate && gate < s + width + 8;
        Building built = null;
        if (!atGate) {
          int shopsWide = (int) (width / 5);
          Shape shape = Shape.box(front.stand(s + width / 2, depth, 0), width, depth);
          built =
              works.tryBuild(
                  site,
                  null,
                  flats ? Kind.SHOPHOUSE : Kind.SHOPS,
                  shape,
                  4,
                  Building.Body.low(flats ? dice.whole(3, 5) : dice.whole(1, 2), shopsWide, year));
        }
        s += built != null ? width + dice.between(1, 6) : 4;
      }
    }
  }

  private void ancillary(Site site, Compound estate) {
    Dice dice = site.dice;
    boolean first = estate.cells.get(0) == site.cell;
    if (first) {
      scatter(site, estate, Kind.GATEHOUSE, 5.2, 3.8);
    }
    if (first || dice.chance(0.25)) {
      scatter(site, estate, Kind.POWER_ROOM, 7.5, 5);
    }
    if (estate.year < 2005 && dice.chance(0.75)) {
      scatter(site, estate, Kind.GARAGE, dice.between(14, 28), 4.6);
    }
  }

  /** Somewhere in the plot where it fits, rather at its edge. */
  private @Nullable Building scatter(
      Site site, Compound estate, Kind kind, double length, double depth) {
    Dice dice = site.dice;
    for (int tries = 0; tries < 40; tries++) {
      double u = dice.between(site.west, site.east);
      double v = dice.between(site.south, site.north);
      Shape.Stand stand = site.middle.moved(u, v);
      Shape shape = Shape.box(dice.chance(0.3) ? stand.quarter() : stand, length, depth);
      Building built =
          works.tryBuild(site, estate, kind, shape, 4.5, Building.Body.low(1, 1, estate.year));
      if (built != null) {
        return built;
      }
    }
    return null;
  }
}
