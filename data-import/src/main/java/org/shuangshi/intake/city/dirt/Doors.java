package org.shuangshi.intake.city.dirt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rooms whose addresses are known in all their parts, to write them out as people do. Of a city
 * some of its doors: a room whose door is known is known with all that share it.
 */
final class Doors {
  /** Doors that are kept in any case, and of how many more one is. */
  private static final int FIRST = 100;

  private static final int ONE_OF = 64;

  private final Map<Place, Set<Room>> rooms = new HashMap<>();
  private final Map<String, Room> byAddress = new HashMap<>();
  private final Map<String, Room> byUnit = new HashMap<>();
  private final Set<Room> lived = new HashSet<>();

  /** A number at a road. */
  private record Place(
      String city, String district, String street, String road, String doorNumber) {
    String text() {
      return city + district + street + road + doorNumber;
    }
  }

  /** A room of a house with several entrances, in an estate. */
  record Room(Place place, String estate, String building, String entrance, String room) {

    /** As the register has it. */
    String text() {
      return place.text() + estate + building + entrance + room;
    }

    String withoutEstate() {
      return place.text() + building + entrance + room;
    }

    String withoutEntrance() {
      return place.text() + estate + building + room;
    }
  }

  /** Takes a sound row in. */
  void note(String kind, DirtyRow row) {
    if (kind.equals("addresses")) {
      address(row);
    } else if (kind.equals("units") && row.has("address")) {
      Room room = byAddress.get(String.valueOf(row.get("address")));
      if (room != null) {
        byUnit.put(row.key(), room);
        lived.add(room);
      }
    }
  }

  private void address(DirtyRow row) {
    boolean plain =
        Stream.of("village_group", "section", "lane", "door_suffix", "phase").noneMatch(row::has);
    boolean whole =
        Stream.of("street", "road", "door_number", "estate", "building", "entrance", "room")
            .allMatch(row::has);
    if (!plain || !whole) {
      return;
    }
    Place place =
        new Place(
            word(row, "city"),
            word(row, "district"),
            word(row, "street"),
            word(row, "road"),
            word(row, "door_number"));
    if (!rooms.containsKey(place)
        && rooms.size() >= FIRST
        && Math.floorMod(place.hashCode(), ONE_OF) != 0) {
      return;
    }
    Room room =
        new Room(
            place,
            word(row, "estate"),
            word(row, "building"),
            word(row, "entrance"),
            word(row, "room"));
    rooms.computeIfAbsent(place, any -> new HashSet<>()).add(room);
    byAddress.put(row.key(), room);
  }

  private static String word(DirtyRow row, String column) {
    return row.has(column) ? String.valueOf(row.get(column)) : "";
  }

  /** Of a unit, where its door is known. */
  @Nullable Room of(@Nullable Object unit) {
    return byUnit.get(String.valueOf(unit));
  }

  /** Whether it is the only room its address leads to when the estate is not named. */
  boolean isAloneWithoutEstate(Room room) {
    return at(room).stream().map(Room::withoutEstate).filter(room.withoutEstate()::equals).count()
        == 1;
  }

  /** Whether units are in several rooms that are one when no entrance is named. */
  boolean areSeveralWithoutEntrance(Room room) {
    List<String> texts =
        at(room).stream()
            .filter(lived::contains)
            .map(Room::withoutEntrance)
            .collect(Collectors.toList());
    return texts.stream().filter(room.withoutEntrance()::equals).count() > 1;
  }

  private Set<Room> at(Room room) {
    return rooms.getOrDefault(room.place(), Set.of());
  }
}
