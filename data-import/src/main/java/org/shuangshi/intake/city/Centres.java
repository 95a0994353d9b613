package org.shuangshi.intake.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what a town has in its middle: mall, offices, market hall, government court. */
final class Centres {
  private static final List<String> OFFICE_HEADS =
      List.of("澄湖", "云江", "国贸", "金融", "世贸", "环球", "中央", "兴业", "信合", "天际", "时代", "银泰", "华联", "长江");

  private final Construction works;

  Centres(Construction works) {
    this.works = works;
  }

  void build(List<Cell> cells, Use use) {
    for (Cell cell : cells) {
      Site site = works.site(cell);
      switch (use) {
        case MALL -> mall(site);
        case MARKET -> market(site);
        case GOVERNMENT -> government(site);
        default -> offices(site);
      }
    }
  }

  private void mall(Site site) {
    Dice dice = site.dice;
    String name = works.names.plain("澄湖万象广场").official();
    Compound compound =
        works.compound(
            new CompoundNames.Name(name, List.of("万象城")), Use.MALL, 2015, List.of(site.cell));
    double width = site.east - site.west;
    double height = site.north - site.south;
    for (double scale = 0.8; scale > 0.25; scale -= 0.05) {
      double l = width * scale / 2;
      double d = height * scale * 0.62 / 2;
      Shape.Stand stand = site.middle.moved(0, height * 0.06);
      Shape shape =
          Shape.of(
              stand, -l, -d, -l * 0.2, -d, -l * 0.1, -d * 0.7, l * 0.15, -d * 0.7, l * 0.25, -d, l,
              -d, l, d * 0.6, l * 0.75, d, -l * 0.6, d, -l, d * 0.7);
      Building built =
          works.tryBuild(site, compound, Kind.MALL, shape, 6, new Building.Body(6, 2, 0, 24, 2015));
      if (built != null) {
        built.name = name;
        break;
      }
    }
    for (int side = -1; side <= 1; side += 2) {
      Shape tower = Shape.box(site.middle.moved(side * width * 0.3, -height * 0.34), 30, 22);
      Building built =
          works.tryBuild(
              site,
              compound,
              Kind.OFFICE,
              tower,
              8,
              new Building.Body(dice.whole(18, 26), 2, 0, 8, 2016));
      if (built != null) {
        built.name = name + (side < 0 ? "A座" : "B座");
      }
    }
  }

  private void offices(Site site) {
    Dice dice = site.dice;
    for (Site.Front front : site.fronts()) {
      double length = front.track().length();
      double s = dice.between(6, 14);
      while (s < length) {
        double width = dice.between(24, 46);
        double depth = dice.between(18, 26);
        Shape.Stand stand = front.stand(s + width / 2, depth, dice.between(3, 7));
        int form = dice.whole(0, 3);
        Shape shape =
            switch (form) {
              case 0 -> Shape.corner(stand, width, depth, depth * 0.55, dice.chance(0.5));
              case 1 -> Shape.notched(stand, width, depth, 6, 5, dice.whole(0, 3));
              default -> Shape.box(stand, width, depth);
            };
        int floors = dice.chance(0.35) ? dice.whole(14, 28) : dice.whole(4, 11);
        Building built =
            works.tryBuild(
                site,
                null,
                Kind.OFFICE,
                shape,
                9,
                new Building.Body(
                    floors, floors > 8 ? 1 : 0, 0, dice.whole(4, 8), dice.whole(1994, 2021)));
        if (built != null) {
          built.name =
              works.names.plain(dice.pick(OFFICE_HEADS) + (floors > 12 ? "大厦" : "商务楼")).official();
        }
        s += built != null ? width + dice.between(9, 20) : 5;
      }
    }
  }

  private void market(Site site) {
    Dice dice = site.dice;
    Compound compound =
        works.compound(works.names.plain("澄湖农贸市场"), Use.MARKET, 2003, List.of(site.cell));
    double depth = 20;
    for (double v = site.south; v < site.north; v += depth + 11) {
      for (double u = site.west; u < site.east; u += 5) {
        double length = dice.between(44, 70);
        Shape shape = Shape.box(site.middle.moved(u + length / 2, v + depth / 2), length, depth);
        works.tryBuild(
            site, compound, Kind.MARKET, shape, 8, Building.Body.low(1, dice.whole(18, 30), 2003));
      }
    }
    named(compound, null);
  }

  private void government(Site site) {
    Compound compound =
        works.compound(works.names.plain("澄湖区政务中心"), Use.GOVERNMENT, 2008, List.of(site.cell));
    for (double scale = 1; scale > 0.4; scale -= 0.1) {
      Shape main = Shape.court(site.middle.moved(0, 10), 92 * scale, 50 * scale, 16 * scale);
      Building built =
          works.tryBuild(
              site, compound, Kind.GOVERNMENT, main, 8, new Building.Body(7, 1, 0, 6, 2008));
      if (built != null) {
        built.name = compound.name;
        break;
      }
    }
    for (int side = -1; side <= 1; side += 2) {
      works.tryBuild(
          site,
          compound,
          Kind.GOVERNMENT,
          Shape.box(site.middle.moved(side * 62, -40), 36, 14),
          8,
          Building.Body.low(4, 4, 2009));
    }
    works.tryBuild(
        site,
        compound,
        Kind.GATEHOUSE,
        Shape.box(site.middle.moved(14, site.south * 0.72), 6, 4),
        4,
        Building.Body.low(1, 1, 2008));
  }

  private static void named(Compound compound, @Nullable String name) {
    for (Building building : compound.buildings) {
      building.name = name;
    }
  }
}
