package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/** Builds schools, hospitals and works: a few large buildings on ground of their own. */
final class Campuses {
  private final Construction works;

  Campuses(Construction works) {
    this.works = works;
  }

  void school(Cell cell) {
    Site site = works.site(cell);
    Dice dice = site.dice;
    int year = dice.whole(1965, 2018);
    Compound school = works.compound(works.names.school(), Use.SCHOOL, year, List.of(cell));
    playground(site);
    List<Shape> wanted = new ArrayList<>();
    double h = site.north - site.south;
    wanted.add(Shape.court(site.middle.moved(0, h * 0.27), 64, 34, 10.5));
    for (double v = -0.4; v < 0.45; v += 0.17) {
      for (double u = -0.3; u <= 0.31; u += 0.3) {
        Shape.Stand stand = site.middle.moved(u * (site.east - site.west), v * h);
        wanted.add(
            dice.chance(0.3)
                ? Shape.corner(stand, 46, 26, 10, dice.chance(0.5))
                : Shape.box(stand, dice.between(36, 58), 11));
      }
    }
    int most = 3 + dice.whole(1, 3);
    for (Shape shape : wanted) {
      if (school.buildings.size() < most) {
        works.tryBuild(
            site,
            school,
            Kind.SCHOOL,
            shape,
            12,
            Building.Body.low(dice.whole(3, 5), 4, year + dice.whole(0, 9)));
      }
    }
    gatehouse(site, school);
  }

  /**
   * A track with a field in it, as long as there is room for: 90 m straights, less for small
   * schools.
   */
  private void playground(Site site) {
    Dice dice = site.dice;
    boolean upright = dice.chance(0.4);
    for (double straight = 84; straight > 24; straight -= 10) {
      double radius = straight * 0.40;
      for (int tries = 0; tries < 24; tries++) {
        double u = dice.between(site.west, site.east);
        double v = dice.between(site.south, site.north);
        Shape.Stand stand = site.middle.moved(u, v);
        Shape oval = oval(upright ? stand.quarter() : stand, straight / 2, radius);
        if (site.fits(oval, 8)) {
          site.occupy(oval);
          works.scenery.add(Scenery.area("LANDUSE", "pitch", null, oval));
          return;
        }
      }
    }
  }

  private static Shape oval(Shape.Stand stand, double half, double radius) {
    int steps = 8;
    double[] corners = new double[4 * (steps + 1)];
    int at = 0;
    for (int i = 0; i <= steps; i++) {
      double angle = StrictMath.PI * i / steps - StrictMath.PI / 2;
      corners[at++] = half + radius * StrictMath.cos(angle);
      corners[at++] = radius * StrictMath.sin(angle);
    }
    for (int i = 0; i <= steps; i++) {
      double angle = StrictMath.PI * i / steps + StrictMath.PI / 2;
      corners[at++] = -half + radius * StrictMath.cos(angle);
      corners[at++] = radius * StrictMath.sin(angle);
    }
    return Shape.of(stand, corners);
  }

  void hospital(Cell cell) {
    Site site = works.site(cell);
    Dice dice = site.dice;
    int year = dice.whole(1985, 2015);
    Compound hospital = works.compound(works.names.hospital(), Use.HOSPITAL, year, List.of(cell));
    double[][] wanted = {
      {0, 0.05, 70, 30},
      {-0.3, 0.32, 48, 14},
      {0.3, 0.32, 48, 14},
      {-0.3, -0.3, 40, 16},
      {0.3, -0.3, 40, 16},
      {0, 0.36, 36, 13}
    };
    for (double[] each : wanted) {
      Shape.Stand stand =
          site.middle.moved(each[0] * (site.east - site.west), each[1] * (site.north - site.south));
      Shape shape =
          each[2] > 60
              ? Shape.tower(stand, each[2], each[3], 1)
              : Shape.box(stand, each[2], each[3]);
      works.tryBuild(
          site,
          hospital,
          Kind.HOSPITAL,
          shape,
          9,
          new Building.Body(each[2] > 60 ? dice.whole(9, 16) : dice.whole(3, 6), 0, 0, 4, year));
    }
    gatehouse(site, hospital);
  }

  void factory(Cell cell) {
    Site site = works.site(cell);
    Dice dice = site.dice;
    int year = dice.whole(1970, 2018);
    Compound factory = works.compound(works.names.factory(), Use.FACTORY, year, List.of(cell));
    boolean dormitory = dice.chance(0.7);
    double v = site.south;
    while (v < site.north) {
      boolean any = false;
      double depth = dice.between(22, 40);
      boolean sleep = dormitory && v > site.south + (site.north - site.south) * 0.62;
      if (sleep) {
        depth = 13;
      }
      double u = site.west;
      while (u < site.east) {
        double length = sleep ? dice.between(34, 50) : dice.between(40, 84);
        Shape.Stand stand = site.middle.moved(u + length / 2, v + depth / 2);
        Shape shape =
            sleep || dice.chance(0.7)
                ? Shape.box(stand, length, depth)
                : Shape.corner(stand, length, depth, depth * 0.55, dice.chance(0.5));
        Building built =
            works.tryBuild(
                site,
                factory,
                sleep ? Kind.DORMITORY : Kind.WORKSHOP,
                shape,
                9,
                sleep
                    ? Building.Body.low(dice.whole(4, 6), 12, year)
                    : Building.Body.low(dice.weighted(5, 3, 1) + 1, 1, year));
        any |= built != null;
        u += built != null ? length + dice.between(9, 16) : 6;
      }
      v += any ? depth + (sleep ? 18 : 13) : 4;
    }
    gatehouse(site, factory);
  }

  private void gatehouse(Site site, Compound compound) {
    for (Site.Front front : site.fronts()) {
      double middle = front.track().length() / 2 + 6;
      Building built =
          works.tryBuild(
              site,
              compound,
              Kind.GATEHOUSE,
              Shape.box(front.stand(middle, 4, 0), 6, 4),
              3,
              Building.Body.low(1, 1, compound.year));
      if (built != null) {
        return;
      }
    }
  }
}
