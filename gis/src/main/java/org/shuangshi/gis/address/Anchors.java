package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys under which an address is found: what it lies at (road and door, estate, village) with its
 * room, or else its building.
 */
final class Anchors {
  private Anchors() {}

  static List<String> of(Address address) {
    String end = key(address, Component.ROOM);
    end = end.isEmpty() ? "b" + key(address, Component.BUILDING) : end;
    List<String> anchors = new ArrayList<>(3);
    String road = key(address, Component.ROAD) + key(address, Component.LANE);
    String door = key(address, Component.DOOR_NUMBER);
    if (!road.isEmpty()) {
      anchors.add("r" + road + "|" + door + "|" + end);
    }
    if (address.has(Component.ESTATE)) {
      anchors.add("e" + key(address, Component.ESTATE) + "|" + end);
    }
    if (address.has(Component.COMMUNITY) && road.isEmpty()) {
      anchors.add("v" + key(address, Component.COMMUNITY) + "|" + door + "|" + end);
    }
    return anchors;
  }

  private static String key(Address address, Component component) {
    @Nullable String value = address.get(component);
    return value == null ? "" : Comparison.key(component, value);
  }
}
