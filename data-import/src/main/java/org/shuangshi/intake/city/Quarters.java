package org.shuangshi.intake.city;

/** Builds the old town and urban villages: small houses wall to wall along lanes, courts behind. */
final class Quarters {
  private final Construction works;

  Quarters(Construction works) {
    this.works = works;
  }

  void build(Cell cell) {
    Site site = works.site(cell);
    boolean village = cell.use == Use.URBAN_VILLAGE;
    for (Site.Front front : site.fronts()) {
      RoadClass street = works.draft.roads.get(front.road()).kind;
      if (street != RoadClass.EXPRESSWAY) {
        row(site, front, village, street != RoadClass.LANE);
      }
    }
    fill(site, village);
  }

  private void row(Site site, Site.Front front, boolean village, boolean shops) {
    Dice dice = site.dice;
    double length = front.track().length();
    double s = dice.between(1, 4);
    double row = village ? dice.between(10, 12.5) : dice.between(8.5, 12);
    while (s < length) {
      double width = village ? dice.between(8.5, 12) : dice.between(5.6, 10.5);
      double depth = row + dice.between(-1.2, 1.2);
      Shape.Stand stand = front.stand(s + width / 2, depth, dice.between(0, village ? 0.4 : 0.9));
      Shape shape =
          dice.chance(0.3)
              ? Shape.notched(stand, width, depth, width * 0.35, depth * 0.3, dice.whole(2, 3))
              : Shape.box(stand, width, depth);
      Building built;
      if (shops) {
        int floors = village ? dice.whole(4, 6) : dice.whole(2, 3);
        built = works.tryBuild(site, null, Kind.SHOPHOUSE, shape, 0.25, low(floors, 1, dice));
      } else if (village) {
        built =
            works.tryBuild(
                site,
                null,
                Kind.LODGING,
                shape,
                0.6,
                low(dice.whole(3, 6), dice.whole(1, 2), dice));
      } else {
        built =
            works.tryBuild(
                site,
                null,
                Kind.OLD_HOUSE,
                shape,
                0.25,
                low(dice.weighted(4, 4, 1) + 1, dice.chance(0.14) ? 2 : 1, dice));
      }
      s += built != null ? width + (dice.chance(0.12) ? dice.between(1.5, 4) : 0.35) : 1.5;
    }
  }

  /** Back houses, reached through a passage. */
  private void fill(Site site, boolean village) {
    Dice dice = site.dice;
    for (double v = site.south; v < site.north; v += 3) {
      for (double u = site.west; u < site.east; u += 3) {
        if (!dice.chance(0.55)) {
          continue;
        }
        double width = dice.between(6.5, 11);
        double depth = dice.between(6.5, 10);
        Shape shape = Shape.box(site.middle.moved(u, v).turned(dice.bell() * 0.05), width, depth);
        works.tryBuild(
            site,
            null,
            village ? Kind.LODGING : Kind.OLD_HOUSE,
            shape,
            village ? 1.4 : 1.9,
            low(village ? dice.whole(2, 5) : dice.whole(1, 2), 1, dice));
      }
    }
  }

  private static Building.Body low(int floors, int perFloor, Dice dice) {
    return Building.Body.low(floors, perFloor, dice.whole(1952, 2008));
  }
}
