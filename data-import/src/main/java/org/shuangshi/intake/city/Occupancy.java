package org.shuangshi.intake.city;

/**
 * Decides what goes on in each unit. New estates stand emptier than old ones, villages lose their
 * young, and in some corners nobody has made the rounds yet.
 */
final class Occupancy {
  private final CityPlan plan;

  Occupancy(CityPlan plan) {
    this.plan = plan;
  }

  /** Units of a building are fewer than this. */
  private static final long UNITS = 10_000;

  Dice dice(String purpose, Building building, int unit) {
    return plan.dice(purpose, building.index * UNITS + unit);
  }

  Life of(Building building, int unit, Room room) {
    if (!room.occupiable()) {
      return Life.NONE;
    }
    Dice dice = dice("life", building, unit);
    double neglected =
        plan.dice("neglected", building.cell.block).chance(0.07) ? dice.between(0.2, 0.5) : 0;
    if (dice.chance(neglected)) {
      return Life.UNVISITED;
    }
    return switch (room.use()) {
      case "DWELLING" -> dwelling(building, room, dice);
      case "DORMITORY" -> pick(dice, Life.DORMITORY, 0.82, 0.08, 0.06);
      case "PUBLIC" -> pick(dice, Life.BUSINESS, 0.96, 0.01, 0.02);
      case "WORKSHOP" -> pick(dice, Life.BUSINESS, 0.86, 0.05, 0.06);
      case "OFFICE" -> pick(dice, Life.BUSINESS, 0.74, 0.10, 0.08);
      default -> pick(dice, Life.BUSINESS, 0.82, 0.07, 0.07);
    };
  }

  /** Shares of busy, seen empty, unlinked; the rest is unvisited. */
  private static Life pick(Dice dice, Life busy, double used, double empty, double unlinked) {
    return switch (dice.weighted(used, empty, unlinked, 1 - used - empty - unlinked)) {
      case 0 -> busy;
      case 1 -> Life.SEEN_EMPTY;
      case 2 -> Life.UNLINKED;
      default -> Life.UNVISITED;
    };
  }

  private static Life dwelling(Building building, Room room, Dice dice) {
    return switch (building.kind) {
      case FARMHOUSE -> home(dice, 0.79, 0.11, 0.06, 0.03, 0.13);
      case OLD_HOUSE -> home(dice, 0.82, 0.06, 0.07, 0.24, 0.10);
      case LODGING ->
          room.floor() == building.floors
              ? home(dice, 0.86, 0.04, 0.05, 0.05, 0.05)
              : home(dice, 0.80, 0.07, 0.07, 0.96, 0);
      case SHOPHOUSE -> home(dice, 0.80, 0.07, 0.07, 0.42, 0.03);
      default -> estate(building, dice);
    };
  }

  private static Life estate(Building building, Dice dice) {
    if (building.year >= 2016) {
      return home(dice, 0.64, 0.15, 0.11, 0.18, 0.005);
    }
    if (building.year >= 2000) {
      return home(dice, 0.79, 0.08, 0.07, 0.21, 0.01);
    }
    return home(dice, 0.85, 0.05, 0.06, 0.27, 0.015);
  }

  /** The same shares for homes, then how the lived-in ones are held. */
  private static Life home(
      Dice dice, double lived, double empty, double unlinked, double rented, double shared) {
    Life life = pick(dice, Life.OWNERS, lived, empty, unlinked);
    if (life != Life.OWNERS) {
      return life;
    }
    if (dice.chance(rented)) {
      return dice.chance(0.10) ? Life.LODGERS : Life.TENANTS;
    }
    return dice.chance(shared) ? Life.TWO_FAMILIES : Life.OWNERS;
  }
}
