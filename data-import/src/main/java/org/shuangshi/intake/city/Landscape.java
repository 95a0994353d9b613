package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Paints what lies around the buildings: water, parks, fields, woods, what each block is for. */
final class Landscape {
  private static final PrecisionModel WHOLE = new PrecisionModel(1);
  private static final List<String> HILLS =
      List.of("云", "凤", "龟", "蛇", "磨", "狮", "青", "翠", "鹰", "桐");
  private static final List<String> PARKS =
      List.of("滨江公园", "人民公园", "青年公园", "月湖公园", "儿童公园", "体育公园", "烈士公园", "文化公园", "湿地公园", "南塘公园");

  private final Construction works;
  private final Inset inset;
  private final List<Scenery> scenery;
  private int parks;
  private int lakes;
  private int hills;

  Landscape(Construction works) {
    this.works = works;
    this.inset = new Inset(works.draft.roads);
    this.scenery = works.scenery;
  }

  void paint(List<Cell> cells) {
    Polygon river = river(cells);
    scenery.add(new Scenery("WATER", "river", "云江", river));
    for (Compound compound : works.compounds) {
      String kind =
          switch (compound.use) {
            case SCHOOL -> "school";
            case HOSPITAL -> "hospital";
            case FACTORY -> "industrial";
            case MALL, MARKET -> "retail";
            case GOVERNMENT -> "public";
            default -> "residential";
          };
      scenery.add(new Scenery("LANDUSE", kind, compound.name, inset.of(compound.cells)));
    }
    for (Cell cell : cells) {
      Geometry ground = inset.of(List.of(cell));
      switch (cell.use) {
        case OLD_TOWN, URBAN_VILLAGE -> land("residential", null, ground);
        case OFFICES -> land("commercial", null, ground);
        case PARK -> park(cell, ground);
        case LAKE -> lake(cell, ground);
        case HILL -> {
          String name = HILLS.get(hills % HILLS.size()) + (hills < HILLS.size() ? "山" : "岭");
          hills++;
          land("forest", name, ground);
        }
        case RIVERSIDE -> land("grass", null, overlay(ground, river, OverlayNG.DIFFERENCE));
        default -> {}
      }
    }
    fields(cells);
  }

  /** Areas alone: where two only touch, nothing. */
  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    OverlayNG overlay = new OverlayNG(a, b, WHOLE, operation);
    overlay.setStrictMode(true);
    return overlay.getResult();
  }

  private void land(String kind, @Nullable String name, Geometry shape) {
    if (!shape.isEmpty() && shape.getArea() > 0) {
      shape.normalize();
      scenery.add(new Scenery("LANDUSE", kind, name, shape));
    }
  }

  /** The water between its banks, over the columns the district covers. */
  private Polygon river(List<Cell> cells) {
    Fabric fabric = works.draft.fabric;
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    for (int c = 0; c < fabric.columns(); c++) {
      if (fabric.inside(c, fabric.riverRow)) {
        west = Math.min(west, fabric.columnLines[c]);
        east = Math.max(east, fabric.columnLines[c + 1]);
      }
    }
    int steps = (int) ((east - west) / 14);
    double[] xs = new double[2 * steps + 2];
    double[] ys = new double[2 * steps + 2];
    for (int i = 0; i <= steps; i++) {
      double x = west + (east - west) * i / steps;
      double half = fabric.riverHalfWidth(x);
      double[] south = fabric.bend(x, fabric.riverY(x) - half);
      double[] north = fabric.bend(x, fabric.riverY(x) + half);
      xs[i] = south[0];
      ys[i] = south[1];
      xs[2 * steps + 1 - i] = north[0];
      ys[2 * steps + 1 - i] = north[1];
    }
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no cells");
    }
    return Lattice.polygon(xs, ys);
  }

  private void park(Cell cell, Geometry ground) {
    int number = parks++;
    String name =
        number < PARKS.size() ? PARKS.get(number) : "第" + Naming.chinese(number + 1) + "公园";
    land("park", name, ground);
    Site site = works.site(cell);
    scenery.add(Scenery.point("park", name, cell.centreX(), cell.centreY()));
    double size = Math.min(site.east - site.west, site.north - site.south) * 0.2;
    for (int tries = 0; tries < 10; tries++) {
      Shape pond =
          Blob.around(
              site.middle.moved(site.dice.bell() * size * 1.5, site.dice.bell() * size * 1.5),
              size * 1.2,
              size * 0.8,
              0.32,
              30,
              site.dice);
      if (site.fits(pond, 5)) {
        scenery.add(Scenery.area("WATER", "pond", null, pond));
        return;
      }
    }
  }

  private void lake(Cell cell, Geometry ground) {
    String name = lakes == 0 ? "澄湖" : Naming.chinese(lakes + 1) + "里湖";
    lakes++;
    Site site = works.site(cell);
    for (double share = 0.44; share > 0.1; share -= 0.03) {
      Shape water =
          Blob.around(
              site.middle,
              (site.east - site.west) * share,
              (site.north - site.south) * share,
              0.2,
              72,
              site.dice);
      if (site.fits(water, 0)) {
        Scenery lake = Scenery.area("WATER", "lake", name, water);
        land("park", name + "风景区", overlay(ground, lake.shape(), OverlayNG.DIFFERENCE));
        scenery.add(lake);
        return;
      }
    }
    land("park", name + "风景区", ground);
  }

  /** Fields, orchards and copses around each hamlet, with the ground it stands on left out. */
  private void fields(List<Cell> cells) {
    List<List<Coordinate>> corners = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      corners.add(List.of());
    }
    for (Building building : works.buildings) {
      if (building.cell.use == Use.HAMLET) {
        List<Coordinate> list = corners.get(building.cell.index);
        if (list.isEmpty()) {
          list = new ArrayList<>();
          corners.set(building.cell.index, list);
        }
        list.addAll(List.of(building.footprint().getCoordinates()));
      }
    }
    for (Cell cell : cells) {
      if (cell.use == Use.HAMLET) {
        Geometry ground = inset.of(List.of(cell));
        List<Coordinate> houses = corners.get(cell.index);
        if (!houses.isEmpty()) {
          Geometry hull = grown(houses);
          Geometry village = overlay(hull, ground, OverlayNG.INTERSECTION);
          land("residential", null, village);
          ground = overlay(ground, village, OverlayNG.DIFFERENCE);
        }
        field(works.site(cell), ground, 0, works.plan.dice("fields", cell.index));
      }
    }
  }

  private static Geometry grown(List<Coordinate> houses) {
    Geometry hull =
        new ConvexHull(houses.toArray(new Coordinate[0]), Lattice.WHOLE).getConvexHull();
    Coordinate middle = hull.getCentroid().getCoordinate();
    Coordinate[] ring = hull.getCoordinates();
    for (Coordinate c : ring) {
      c.x = StrictMath.rint(middle.x + (c.x - middle.x) * 1.09);
      c.y = StrictMath.rint(middle.y + (c.y - middle.y) * 1.09);
    }
    return Lattice.WHOLE.createPolygon(ring);
  }

  private void field(Site site, Geometry ground, int depth, Dice dice) {
    if (depth == 4 || Lattice.areaSquareMetres(ground) < 26_000) {
      String kind =
          switch (dice.weighted(0.66, 0.12, 0.12, 0.10)) {
            case 0 -> "farmland";
            case 1 -> "orchard";
            case 2 -> "forest";
            default -> "meadow";
          };
      land(kind, null, ground);
      return;
    }
    double u = dice.between(-0.3, 0.3) * (site.east - site.west) * (depth == 0 ? 0.3 : 1);
    double v = dice.between(-0.3, 0.3) * (site.north - site.south) * (depth == 0 ? 0.3 : 1);
    Shape.Stand stand = site.middle.moved(u, v).turned(dice.bell() * 0.5);
    if (depth % 2 == 1) {
      stand = stand.quarter();
    }
    Shape half = Shape.of(stand, -4000, 0, 4000, 0, 4000, 4000, -4000, 4000);
    Polygon side = Lattice.polygon(half.xs(), half.ys());
    field(site, overlay(ground, side, OverlayNG.INTERSECTION), depth + 1, dice);
    field(site, overlay(ground, side, OverlayNG.DIFFERENCE), depth + 1, dice);
  }
}
