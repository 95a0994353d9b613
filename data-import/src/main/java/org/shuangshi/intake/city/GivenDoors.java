package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Addresses for given buildings: the file's own street and number where it says them; otherwise a
 * free number on the street named nearest by, or, in a file without any, on a street made up for
 * the cell.
 */
final class GivenDoors {
  private final List<Road> roads = new ArrayList<>();
  private final Map<String, Road> byName = new HashMap<>();
  private final Map<Integer, Set<String>> taken = new HashMap<>();
  private final RoadNames names;

  GivenDoors(CityPlan plan) {
    names = new RoadNames(plan);
  }

  List<Road> roads() {
    return roads;
  }

  void number(List<Building> buildings, List<Given> footprints) {
    STRtree named = new STRtree();
    SortedMap<Integer, List<Building>> waiting = new TreeMap<>();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < buildings.size(); i++) {
      Given given = footprints.get(i);
      String street = given.street();
      if (street == null) {
        left.add(i);
        continue;
      }
      Road road = road(street);
      named.insert(new Envelope(given.inside()), new Spot(given, road));
      String number = given.number();
      if (number != null) {
        plate(buildings.get(i), road, number);
      } else {
        waiting.computeIfAbsent(road.index, r -> new ArrayList<>()).add(buildings.get(i));
      }
    }
    Map<Integer, Road> ofCell = new HashMap<>();
    for (int i : left) {
      Building building = buildings.get(i);
      Spot spot = nearest(named, footprints.get(i));
      Road road =
          spot != null
              ? spot.road()
              : ofCell.computeIfAbsent(building.cell.index, c -> road(names.street(false)));
      waiting.computeIfAbsent(road.index, r -> new ArrayList<>()).add(building);
    }
    waiting.forEach((road, here) -> along(roads.get(road), here));
  }

  private record Spot(Given given, Road road) {}

  private Road road(String name) {
    return byName.computeIfAbsent(
        name,
        n -> {
          Road road = new Road(roads.size(), n, RoadClass.BRANCH);
          roads.add(road);
          return road;
        });
  }

  private static @Nullable Spot nearest(STRtree named, Given given) {
    if (named.isEmpty()) {
      return null;
    }
    Object found =
        named.nearestNeighbour(
            new Envelope(given.inside()),
            new Spot(given, new Road(-1, null, RoadClass.BRANCH)),
            GivenDoors::apart);
    return (Spot) found;
  }

  private static double apart(ItemBoundable a, ItemBoundable b) {
    return ((Spot) a.getItem()).given().inside().distance(((Spot) b.getItem()).given().inside());
  }

  private void plate(Building building, Road road, String number) {
    building.road = road.index;
    building.plate = number;
    Set<String> used = taken.computeIfAbsent(road.index, r -> new HashSet<>());
    String plate = AddressBook.plate(building);
    while (!used.add(building.suffix == 0 ? plate : plate + "附" + building.suffix)) {
      building.suffix++;
    }
  }

  /** Odd numbers in walking order, past those the file has given. */
  private void along(Road road, List<Building> here) {
    here.sort(Comparator.comparingDouble(building -> building.middle()[0] + building.middle()[1]));
    Set<String> used = taken.computeIfAbsent(road.index, r -> new HashSet<>());
    int number = 1;
    for (Building building : here) {
      building.road = road.index;
      do {
        building.door = number;
        number += 2;
      } while (!used.add(AddressBook.plate(building)));
    }
  }
}
