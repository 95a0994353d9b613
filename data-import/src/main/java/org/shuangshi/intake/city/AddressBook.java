package org.shuangshi.intake.city;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Writing;

/** The components of every address. Texts are made of them by gis alone. */
final class AddressBook {
  private final Place place;
  private final List<Road> roads;
  private final Area[] grids;
  private final Area[] communities;
  private final Area[] streets;

  AddressBook(Place place, List<Road> roads, int cells, Districting districting) {
    this.place = place;
    this.roads = roads;
    grids = new Area[cells];
    communities = new Area[cells];
    streets = new Area[cells];
    for (Area street : districting.streets) {
      for (Area community : street.parts) {
        for (Area grid : community.parts) {
          for (Cell cell : grid.cells) {
            streets[cell.index] = street;
            communities[cell.index] = community;
            grids[cell.index] = grid;
          }
        }
      }
    }
  }

  Area grid(Building building) {
    return grids[building.cell.index];
  }

  Area community(Building building) {
    return communities[building.cell.index];
  }

  Area street(Building building) {
    return streets[building.cell.index];
  }

  /** Everything down to the building. */
  Map<Component, String> of(Building building) {
    Map<Component, String> parts = new EnumMap<>(Component.class);
    parts.put(Component.PROVINCE, place.province());
    parts.put(Component.CITY, place.city());
    parts.put(Component.DISTRICT, place.district());
    parts.put(Component.STREET, street(building).name);
    parts.put(Component.COMMUNITY, community(building).name);
    Compound compound = building.compound;
    if (compound != null) {
      road(parts, compound.road, compound.door + "号");
      parts.put(Component.ESTATE, compound.name);
      parts.put(Component.BUILDING, building.number + "幢");
    } else if (building.road >= 0) {
      road(parts, building.road, plate(building));
    } else {
      Area community = community(building);
      int group = community.parts.indexOf(grid(building)) + 1;
      parts.put(Component.VILLAGE_GROUP, group + "组");
      parts.put(Component.DOOR_NUMBER, plate(building));
    }
    if (building.suffix > 0) {
      parts.put(Component.DOOR_SUFFIX, "附" + building.suffix + "号");
    }
    return parts;
  }

  private void road(Map<Component, String> parts, int road, String door) {
    String name = roads.get(road).name;
    if (name != null) {
      parts.put(Component.ROAD, name);
    }
    parts.put(Component.DOOR_NUMBER, door);
  }

  /** The door plate as it is written. */
  static String plate(Building building) {
    String given = building.plate;
    String raw = given == null ? building.door + "号" : given;
    String written = Writing.of(Component.DOOR_NUMBER, raw);
    return written == null ? raw : written;
  }

  /** The components of a unit, given those of its building. */
  static Map<Component, String> of(Map<Component, String> building, Room room) {
    Map<Component, String> parts = new EnumMap<>(building);
    if (room.entrance() > 0) {
      parts.put(Component.ENTRANCE, room.entrance() + "单元");
    }
    parts.put(Component.FLOOR, room.floor() + "层");
    if (room.suffix() > 0 && !parts.containsKey(Component.DOOR_SUFFIX)) {
      parts.put(Component.DOOR_SUFFIX, "附" + room.suffix() + "号");
    } else {
      parts.put(Component.ROOM, room.room() + "室");
    }
    return parts;
  }

  static String text(Map<Component, String> parts) {
    return Address.of(parts).text();
  }
}
