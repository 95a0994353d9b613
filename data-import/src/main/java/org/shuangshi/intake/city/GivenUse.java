package org.shuangshi.intake.city;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what a footprint is from the little its file says: use, kind, floors, height, size. */
final class GivenUse {
  private static final double METRES_PER_FLOOR = 3.2;
  private static final int MOST_FLOORS = 120;

  /**
   * What a file may say.
   *
   * @param use as this register names it
   * @param kind in OpenStreetMap words
   * @param floors 0: unknown
   * @param heightMetres 0: unknown
   */
  record Facts(
      @Nullable String use,
      @Nullable String kind,
      double floors,
      double heightMetres,
      double areaSquareMetres,
      double longSideMetres) {}

  record Filling(Kind kind, Building.Body body) {}

  private final CityPlan plan;

  GivenUse(CityPlan plan) {
    this.plan = plan;
  }

  Filling of(Facts facts, int index) {
    Dice dice = plan.dice("given", index);
    double area = facts.areaSquareMetres();
    int floors = floors(facts, dice);
    Kind kind = kind(facts, floors, dice);
    int year = dice.whole(1978, 2018);
    Building.Body body =
        switch (kind) {
          case SLAB -> slab(facts, floors, year);
          case TOWER -> new Building.Body(floors, 0, 1, clamp(area / 110, 2, 8), year);
          case OFFICE -> Building.Body.low(floors, clamp(area / 160, 1, 12), year);
          case MALL, MARKET ->
              Building.Body.low(Math.min(floors, 8), clamp(area / 150, 2, 30), year);
          case SHOPS -> Building.Body.low(Math.min(floors, 2), clamp(area / 60, 1, 12), year);
          case SHOPHOUSE -> Building.Body.low(floors, clamp(area / 70, 1, 8), year);
          case OLD_HOUSE -> Building.Body.low(Math.min(floors, 3), area > 130 ? 2 : 1, year);
          default -> Building.Body.low(floors, 1, year);
        };
    return new Filling(kind, body);
  }

  private static Building.Body slab(Facts facts, int floors, int year) {
    int stairs = clamp(facts.longSideMetres() / 16, 1, 6);
    int flats = clamp(facts.areaSquareMetres() / stairs / 85, 1, 4);
    return new Building.Body(floors, 0, stairs, flats, year);
  }

  private static int clamp(double value, int low, int high) {
    return (int) Math.max(low, Math.min(high, Math.round(value)));
  }

  private static int floors(Facts facts, Dice dice) {
    if (facts.floors() > 0) {
      return clamp(facts.floors(), 1, MOST_FLOORS);
    }
    if (facts.heightMetres() > 0) {
      return clamp(facts.heightMetres() / METRES_PER_FLOOR, 1, MOST_FLOORS);
    }
    double area = facts.areaSquareMetres();
    return area < 40 ? 1 : area < 140 ? dice.whole(1, 3) : dice.whole(3, 7);
  }

  private static Kind kind(Facts facts, int floors, Dice dice) {
    String use = facts.use();
    String kind = facts.kind();
    double area = facts.areaSquareMetres();
    if (use != null && !use.equals("UNKNOWN")) {
      return switch (use.toUpperCase(Locale.ROOT)) {
        case "RESIDENTIAL" -> home(floors, area);
        case "MIXED" -> Kind.SHOPHOUSE;
        case "COMMERCIAL" -> area > 2500 ? Kind.MALL : Kind.SHOPS;
        case "OFFICE" -> Kind.OFFICE;
        case "INDUSTRIAL" -> Kind.WORKSHOP;
        case "SCHOOL" -> Kind.SCHOOL;
        case "HOSPITAL" -> Kind.HOSPITAL;
        case "PUBLIC" -> Kind.GOVERNMENT;
        case "ANCILLARY" -> Kind.SHED;
        default -> unsaid(floors, area, dice);
      };
    }
    if (kind == null) {
      return unsaid(floors, area, dice);
    }
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "apartments", "residential", "house", "dormitory" -> home(floors, area);
      case "commercial" -> floors > 4 ? Kind.OFFICE : Kind.SHOPS;
      case "office", "bank", "hotel", "tower" -> Kind.OFFICE;
      case "mall" -> Kind.MALL;
      case "retail", "shop" -> area > 2500 ? Kind.MALL : Kind.SHOPS;
      case "school", "university", "kindergarten" -> Kind.SCHOOL;
      case "hospital" -> Kind.HOSPITAL;
      case "industrial", "warehouse" -> Kind.WORKSHOP;
      case "shed", "garage", "roof" -> Kind.SHED;
      case "construction" -> Kind.UNKNOWN;
      case "yes" -> unsaid(floors, area, dice);
      default -> Kind.GOVERNMENT;
    };
  }

  private static Kind home(int floors, double area) {
    if (floors >= 15) {
      return Kind.TOWER;
    }
    return floors >= 4 || area > 260 ? Kind.SLAB : Kind.OLD_HOUSE;
  }

  private static Kind unsaid(int floors, double area, Dice dice) {
    if (area < 22) {
      return Kind.SHED;
    }
    if (floors >= 36) {
      return Kind.OFFICE; // few live so high, and one such house alone would overfill a grid
    }
    if (floors >= 12) {
      return dice.chance(0.55) ? Kind.OFFICE : Kind.TOWER;
    }
    if (area > 3000) {
      return dice.chance(0.6) ? Kind.OFFICE : Kind.MALL;
    }
    if (area < 140) {
      return dice.chance(0.9) ? Kind.OLD_HOUSE : Kind.SHOPS;
    }
    return switch (dice.weighted(0.60, 0.16, 0.14, 0.10)) {
      case 0 -> Kind.SLAB;
      case 1 -> Kind.SHOPHOUSE;
      case 2 -> Kind.OFFICE;
      default -> Kind.SHOPS;
    };
  }
}
