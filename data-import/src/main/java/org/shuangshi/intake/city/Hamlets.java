package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds hamlets: detached houses in bent rows along lanes, south-facing, each with a yard, some
 * with a shed; a pond or two, and a way out to the road.
 */
final class Hamlets {
  private static final double LOT = 17;
  private static final double ROW = 38;

  private final Construction works;

  Hamlets(Construction works) {
    this.works = works;
  }

  /**
   * Builds up to so many footprints.
   *
   * @return how many stand
   */
  int build(Cell cell, int wanted) {
    Site site = works.site(cell);
    int before = works.buildings.size();
    Dice dice = site.dice;
    Bend bend = new Bend(dice);
    double u0 = dice.bell() * (site.east - site.west) * 0.12;
    double v0 = dice.bell() * (site.north - site.south) * 0.12;
    ponds(site, u0, v0);
    List<double[]> lots = lots(wanted, u0, v0, dice);
    double shedShare = dice.between(0.1, 0.2);
    int houses = 0;
    double[] extent = {1e9, 1e9, -1e9, -1e9};
    List<Building> built = new ArrayList<>();
    for (double[] lot : lots) {
      if (works.buildings.size() - before >= wanted) {
        break;
      }
      Building house = house(site, bend.stand(site, lot[0], lot[1]), houses);
      if (house == null) {
        continue;
      }
      houses++;
      built.add(house);
      extent[0] = Math.min(extent[0], lot[0]);
      extent[1] = Math.min(extent[1], lot[1]);
      extent[2] = Math.max(extent[2], lot[0]);
      extent[3] = Math.max(extent[3], lot[1]);
      if (works.buildings.size() - before < wanted && dice.chance(shedShare)) {
        Shape shed =
            Shape.box(
                bend.stand(site, lot[0] + dice.between(-3, 3), lot[1] + 10.5),
                dice.between(4, 6),
                dice.between(3, 4));
        Building stands =
            works.tryBuild(site, null, Kind.SHED, shed, 1.2, Building.Body.low(1, 1, house.year));
        if (stands != null) {
          built.add(stands);
        }
      }
    }
    lanes(site, bend, extent, built);
    return works.buildings.size() - before;
  }

  /** Lots nearest to the middle first, in a frame that {@link Bend} then curves. */
  private static List<double[]> lots(int wanted, double u0, double v0, Dice dice) {
    List<double[]> lots = new ArrayList<>();
    double stretch = dice.between(1.0, 1.9);
    double radius = Math.sqrt(wanted * 1.6 * LOT * ROW / 2 / 3.14) + 60;
    double widest = radius * stretch + LOT;
    int rows = (int) (radius / ROW) + 1;
    for (int row = -rows; row <= rows; row++) {
      double offset = dice.between(0, LOT);
      for (double u = -widest; u < widest; u += LOT + dice.between(-1, 1.6)) {
        for (int side = -1; side <= 1; side += 2) {
          // both houses of a lot face south: one above its lane, one below it
          double v = row * ROW + side * (ROW / 4 + 1);
          double away =
              Math.sqrt(u * u / (stretch * stretch) + v * v) * (1 + 0.28 * dice.bell())
                  + (dice.chance(0.1) ? 40 : 0);
          lots.add(new double[] {u0 + u + offset, v0 + v, away});
        }
      }
    }
    lots.sort((a, b) -> Double.compare(a[2], b[2]));
    return lots;
  }

  private @Nullable Building house(Site site, Shape.Stand stand, int number) {
    Dice dice = site.dice;
    double width = dice.between(9.6, 13.4);
    double depth = dice.between(8.6, 11.4);
    Shape.Stand turned = stand.turned(dice.bell() * 0.06);
    if (number == 3) {
      Shape hall = Shape.court(turned, 18, 13, 4.5);
      Building built =
          works.tryBuild(
              site,
              null,
              Kind.VILLAGE_HALL,
              hall,
              1.5,
              Building.Body.low(2, 2, dice.whole(1985, 2018)));
      if (built != null) {
        return built;
      }
    }
    Shape shape =
        switch (dice.whole(0, 5)) {
          case 0 -> Shape.corner(turned, width + 1.5, depth + 2, 5.6, dice.chance(0.5));
          case 1, 2 -> Shape.notched(turned, width, depth, 3.4, 2.2, dice.whole(0, 1));
          default -> Shape.box(turned, width, depth);
        };
    return works.tryBuild(
        site,
        null,
        Kind.FARMHOUSE,
        shape,
        1.8,
        Building.Body.low(
            dice.weighted(2, 6, 3) + 1, dice.chance(0.06) ? 2 : 1, dice.whole(1978, 2022)));
  }

  private void ponds(Site site, double u0, double v0) {
    Dice dice = site.dice;
    int count = dice.whole(1, 3);
    for (int i = 0; i < count; i++) {
      double a = dice.between(0, 6.28);
      double far = dice.between(40, 170);
      double u = u0 + far * StrictMath.cos(a);
      double v = v0 + far * StrictMath.sin(a);
      double size = dice.between(14, 34);
      Shape pond = Blob.around(site.middle.moved(u, v), size * 1.3, size, 0.28, 18, dice);
      if (site.fits(pond, 4)) {
        site.occupy(pond);
        works.scenery.add(Scenery.area("WATER", "pond", null, pond));
      }
    }
  }

  /** A lane along every row, one across them, and on to the nearest road. */
  private void lanes(Site site, Bend bend, double[] extent, List<Building> built) {
    if (extent[2] < extent[0]) {
      return;
    }
    double rowsMiddle = 0;
    List<Double> rows = new ArrayList<>();
    for (Building building : built) {
      rows.add(bend.flat(site, building.middle())[1]);
    }
    for (double v : rows) {
      rowsMiddle += v / rows.size();
    }
    double across = (extent[0] + extent[2]) / 2;
    for (double v = extent[1] + ROW / 4 - 1; v <= extent[3] + 4; v += ROW) {
      double west = 1e9;
      double east = -1e9;
      for (Building building : built) {
        double[] flat = bend.flat(site, building.middle());
        if (Math.abs(flat[1] - v) < ROW * 0.5) {
          west = Math.min(west, flat[0]);
          east = Math.max(east, flat[0]);
        }
      }
      path(site, bend, Math.min(west, across) - 6, v, Math.max(east, across) + 6, v);
    }
    double south = v(rowsMiddle, site.south, extent[1]);
    path(site, bend, across, south, across, extent[3]);
  }

  private static double v(double middle, double edge, double extent) {
    return Math.min(Math.min(edge, extent), middle);
  }

  private void path(Site site, Bend bend, double u0, double v0, double u1, double v1) {
    int steps = Math.max(1, (int) (Plane.distance(u0, v0, u1, v1) / 15));
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      Shape.Stand at = bend.stand(site, u0 + (u1 - u0) * i / steps, v0 + (v1 - v0) * i / steps);
      if (Plane.inside(site.cell.xs, site.cell.ys, at.x(), at.y())) {
        points.add(new double[] {at.x(), at.y()});
      }
    }
    if (points.size() > 1) {
      Road road = works.draft.road(null, RoadClass.PATH);
      road.pieces.add(
          new Track(
              points.stream().mapToDouble(p -> p[0]).toArray(),
              points.stream().mapToDouble(p -> p[1]).toArray()));
    }
  }

  /** Curves rows of lots, so that lanes follow the ground and not a ruler. */
  private static final class Bend {
    private final double phase1;
    private final double phase2;
    private final double high;
    private final double side;

    Bend(Dice dice) {
      phase1 = dice.between(0, 6.28);
      phase2 = dice.between(0, 6.28);
      high = dice.between(5, 15);
      side = dice.between(2, 8);
    }

    Shape.Stand stand(Site site, double u, double v) {
      double du = side * StrictMath.sin(v / 55 + phase2);
      double dv = high * StrictMath.sin(u / 80 + phase1);
      double slope = high / 80 * StrictMath.cos(u / 80 + phase1);
      return site.middle.moved(u + du, v + dv).turned(StrictMath.atan(slope));
    }

    double[] flat(Site site, double[] at) {
      double u = site.u(at[0], at[1]);
      double v = site.v(at[0], at[1]);
      double dv = v - high * StrictMath.sin(u / 80 + phase1);
      return new double[] {u - side * StrictMath.sin(dv / 55 + phase2), dv};
    }
  }
}
