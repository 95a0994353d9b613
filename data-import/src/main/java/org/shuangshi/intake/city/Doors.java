package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives out door plates: odd numbers on the left of a road and even ones on the right, growing
 * along it; in a hamlet one series from north-west to south-east. A compound has one plate, at its
 * gate, and counts its buildings inside.
 */
final class Doors {
  /** Who gets a plate. */
  private interface Holder {
    void plate(int road, int door);
  }

  private record Claim(int road, double along, boolean left, Holder holder) {}

  /** A place at the road: its index and a point on it. */
  private record Gate(int road, double x, double y) {}

  private static final double SKIPPED = 0.08;

  private final CityPlan plan;
  private final List<Road> roads;
  private final List<Claim> claims = new ArrayList<>();

  Doors(CityPlan plan, List<Road> roads) {
    this.plan = plan;
    this.roads = roads;
  }

  void number(List<Building> buildings, List<Compound> compounds, AddressBook book) {
    for (Compound compound : compounds) {
      Gate gate = gate(compound.cells);
      double[] inside = {compound.cells.get(0).centreX(), compound.cells.get(0).centreY()};
      claim(
          gate,
          inside,
          (road, door) -> {
            compound.road = road;
            compound.door = door;
          });
      numberInside(compound);
    }
    SortedMap<String, List<Building>> hamlets = new TreeMap<>();
    for (Building building : buildings) {
      if (building.cell.use == Use.HAMLET) {
        hamlets.computeIfAbsent(book.grid(building).code, g -> new ArrayList<>()).add(building);
      } else if (building.compound == null) {
        double[] at = building.middle();
        claim(
            nearest(building.cell, at),
            at,
            (road, door) -> {
              building.road = road;
              building.door = door;
            });
      }
    }
    hamlets.values().forEach(Doors::hamlet);
    alongRoads();
  }

  private void claim(Gate gate, double[] inside, Holder holder) {
    Road road = roads.get(gate.road());
    double along = road.project(gate.x(), gate.y())[0];
    boolean left = road.project(inside[0], inside[1])[1] >= 0;
    claims.add(new Claim(gate.road(), along, left, holder));
  }

  /** The middle of the longest front, rather on a quiet street. */
  private Gate gate(List<Cell> cells) {
    Gate best = null;
    double most = -1;
    for (Cell cell : reach(cells)) {
      for (Site.Front front : new Site(cell, roads, plan.dice("gate", 0)).fronts()) {
        double length = front.track().length();
        double liking =
            length
                * switch (roads.get(front.road()).kind) {
                  case BRANCH, SECONDARY -> 1.5;
                  case EXPRESSWAY -> 0.05;
                  default -> 1;
                };
        if (liking > most) {
          most = liking;
          double[] at = front.track().at(length / 2);
          best = new Gate(front.road(), at[0], at[1]);
        }
      }
      if (best != null && cells.indexOf(cell) == cells.size() - 1) {
        return best;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no road reaches the compound");
    }
    return best;
  }

  private Gate nearest(Cell cell, double[] at) {
    Gate best = null;
    double least = Double.MAX_VALUE;
    for (Cell reached : reach(List.of(cell))) {
      int n = reached.xs.length;
      for (int i = 0; i < n; i++) {
        int j = (i + 1) % n;
        int road = reached.edgeRoads[i];
        if (road < 0) {
          continue;
        }
        double away =
            Plane.toSegment(
                    at[0], at[1], reached.xs[i], reached.ys[i], reached.xs[j], reached.ys[j])
                - roads.get(road).kind.setback
                + (roads.get(road).kind == RoadClass.EXPRESSWAY ? 500 : 0);
        if (away < least) {
          least = away;
          best = new Gate(road, at[0], at[1]);
        }
      }
      if (best != null) {
        return best;
      }
    }
    throw new IllegalStateException("no road reaches the building");
  }

  /** The cells themselves, then their neighbours outwards: the first with a road is near enough. */
  private static List<Cell> reach(List<Cell> cells) {
    List<Cell> reach = new ArrayList<>(cells);
    Set<Cell> seen = new HashSet<>(cells);
    for (int i = 0; i < reach.size() && reach.size() < cells.size() + 30; i++) {
      for (Cell.Border border : reach.get(i).borders) {
        if (seen.add(border.neighbour())) {
          reach.add(border.neighbour());
        }
      }
    }
    return reach;
  }

  /** 1幢, 2幢 … row by row from the south-west; what is not lived in comes last. */
  private static void numberInside(Compound compound) {
    List<Building> order = new ArrayList<>(compound.buildings);
    order.sort(
        Comparator.<Building>comparingInt(building -> building.kind.ancillary() ? 1 : 0)
            .thenComparingInt(building -> building.index));
    for (int i = 0; i < order.size(); i++) {
      order.get(i).number = i + 1;
    }
  }

  private static void hamlet(List<Building> buildings) {
    List<Building> houses = new ArrayList<>();
    for (Building building : buildings) {
      if (building.kind != Kind.SHED) {
        houses.add(building);
      }
    }
    houses.sort(
        Comparator.<Building>comparingDouble(house -> -Math.rint(house.middle()[1] / 19))
            .thenComparingDouble(house -> house.middle()[0]));
    for (int i = 0; i < houses.size(); i++) {
      houses.get(i).door = i + 1;
    }
    for (Building building : buildings) {
      if (building.kind == Kind.SHED) {
        Building house = nearestHouse(houses, building);
        building.door = house.door;
        building.suffix = ++house.suffix;
      }
    }
    for (Building house : houses) {
      house.suffix = 0;
    }
  }

  private static Building nearestHouse(List<Building> houses, Building shed) {
    double[] at = shed.middle();
    Building best = houses.get(0);
    double least = Double.MAX_VALUE;
    for (Building house : houses) {
      double[] other = house.middle();
      double away = Plane.distance(at[0], at[1], other[0], other[1]);
      if (away < least) {
        least = away;
        best = house;
      }
    }
    return best;
  }

  private void alongRoads() {
    SortedMap<Integer, List<Claim>> byRoad = new TreeMap<>();
    for (Claim claim : claims) {
      byRoad.computeIfAbsent(claim.road(), road -> new ArrayList<>()).add(claim);
    }
    byRoad.forEach(
        (road, here) -> {
          here.sort(Comparator.comparingDouble(Claim::along));
          Dice dice = plan.dice("doors", road);
          int odd = -1;
          int even = 0;
          for (Claim claim : here) {
            int step = dice.chance(SKIPPED) ? 4 : 2;
            if (claim.left()) {
              odd += step;
              claim.holder().plate(road, odd);
            } else {
              even += step;
              claim.holder().plate(road, even);
            }
          }
        });
  }
}
