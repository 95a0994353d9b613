package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/** Says which units a building has, floor by floor; always the same for the same building. */
final class Rooms {
  /** Buildings nobody has taken stock of yet: a footprint without units. */
  private static final double UNCOUNTED = 0.012;

  private final CityPlan plan;

  Rooms(CityPlan plan) {
    this.plan = plan;
  }

  List<Room> of(Building building) {
    Dice dice = plan.dice("rooms", building.index);
    List<Room> rooms = new ArrayList<>();
    if (uncounted(building, dice)) {
      return rooms;
    }
    double ground = building.areaSquareMetres();
    switch (building.kind) {
      case SLAB, TOWER -> flats(building, ground, rooms);
      case SHOPHOUSE -> shophouse(building, ground, rooms);
      case SHOPS -> shops(building, ground, rooms);
      case OLD_HOUSE, FARMHOUSE -> house(building, ground, dice, rooms);
      case LODGING -> lodging(building, ground, rooms);
      case MALL, MARKET -> storeys(building, ground, "SHOP", "SHOP", rooms);
      case OFFICE ->
          storeys(building, ground, dice.chance(0.5) ? "SHOP" : "OFFICE", "OFFICE", rooms);
      case DORMITORY -> storeys(building, ground, "DORMITORY", "DORMITORY", rooms);
      case WORKSHOP -> perFloor(building, ground, "WORKSHOP", rooms);
      case GOVERNMENT, SCHOOL, HOSPITAL -> perFloor(building, ground, "PUBLIC", rooms);
      case VILLAGE_HALL -> rooms.add(new Room(0, 1, "101", 0, "PUBLIC", ground * 1.7));
      case GATEHOUSE, SHED -> rooms.add(new Room(0, 1, "101", 0, "STOREROOM", ground));
      case GARAGE -> rooms.add(new Room(0, 1, "101", 0, "GARAGE", ground));
      case POWER_ROOM -> rooms.add(new Room(0, 1, "101", 0, "PLANT", ground));
      case UNKNOWN -> {}
    }
    return rooms;
  }

  private static boolean uncounted(Building building, Dice dice) {
    double share =
        switch (building.kind) {
          case SHED -> 0.12;
          case OLD_HOUSE, LODGING, FARMHOUSE, SHOPS -> UNCOUNTED;
          default -> 0;
        };
    return dice.chance(share);
  }

  private static String number(int floor, int room) {
    return Digits.padded(floor < 0 ? "B" + -floor : Integer.toString(floor), room, 2);
  }

  private static void flats(Building building, double ground, List<Room> rooms) {
    double flat = ground / (building.entrances * building.perFloor) * 0.93;
    boolean storerooms = building.below > 0 && building.floors <= 7;
    for (int entrance = 1; entrance <= building.entrances; entrance++) {
      if (storerooms) {
        rooms.add(new Room(entrance, -1, number(-1, 1), 0, "STOREROOM", flat));
      }
      for (int floor = 1; floor <= building.floors; floor++) {
        for (int n = 1; n <= building.perFloor; n++) {
          double area = flat * (1 + 0.06 * (n % 3 - 1));
          rooms.add(new Room(entrance, floor, number(floor, n), 0, "DWELLING", area));
        }
      }
    }
    if (building.below > 0 && !storerooms) {
      rooms.add(new Room(0, -1, number(-1, 1), 0, "GARAGE", ground * 0.9));
    }
  }

  private static void shophouse(Building building, double ground, List<Room> rooms) {
    int shops = building.perFloor;
    for (int n = 1; n <= shops; n++) {
      rooms.add(new Room(0, 1, number(1, n), shops > 1 ? n : 0, "SHOP", ground / shops * 0.92));
    }
    int flats = Math.max(1, shops / 2);
    for (int floor = 2; floor <= building.floors; floor++) {
      for (int n = 1; n <= flats; n++) {
        rooms.add(new Room(0, floor, number(floor, n), 0, "DWELLING", ground / flats * 0.88));
      }
    }
  }

  private static void shops(Building building, double ground, List<Room> rooms) {
    int shops = building.perFloor;
    for (int n = 1; n <= shops; n++) {
      rooms.add(new Room(0, 1, number(1, n), shops > 1 ? n : 0, "SHOP", ground / shops * 0.95));
    }
    if (building.floors > 1) {
      int above = Math.max(1, shops / 3);
      for (int n = 1; n <= above; n++) {
        rooms.add(new Room(0, 2, number(2, n), 0, "OFFICE", ground / above * 0.9));
      }
    }
  }

  private static void house(Building building, double ground, Dice dice, List<Room> rooms) {
    double inside = ground * building.floors * 0.86;
    if (building.perFloor == 1) {
      rooms.add(new Room(0, 1, "101", 0, "DWELLING", inside));
      return;
    }
    double share = dice.between(0.4, 0.6);
    rooms.add(new Room(0, 1, "101", 0, "DWELLING", inside * share));
    rooms.add(new Room(0, 1, "102", 0, "DWELLING", inside * (1 - share)));
  }

  private static void lodging(Building building, double ground, List<Room> rooms) {
    for (int floor = 1; floor <= building.floors; floor++) {
      boolean owner = floor == building.floors;
      int flats = owner ? 1 : building.perFloor;
      for (int n = 1; n <= flats; n++) {
        rooms.add(new Room(0, floor, number(floor, n), 0, "DWELLING", ground / flats * 0.85));
      }
    }
  }

  private static void storeys(
      Building building, double ground, String first, String others, List<Room> rooms) {
    for (int floor = 1; floor <= building.floors; floor++) {
      for (int n = 1; n <= building.perFloor; n++) {
        rooms.add(
            new Room(
                0,
                floor,
                number(floor, n),
                0,
                floor == 1 ? first : others,
                ground / building.perFloor * 0.78));
      }
    }
  }

  private static void perFloor(Building building, double ground, String use, List<Room> rooms) {
    for (int floor = 1; floor <= building.floors; floor++) {
      rooms.add(new Room(0, floor, number(floor, 1), 0, use, ground * 0.9));
    }
  }
}
