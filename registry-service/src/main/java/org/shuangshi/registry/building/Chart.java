package org.shuangshi.registry.building;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.building.ChartResponse.ChartEntrance;
import org.shuangshi.registry.building.ChartResponse.ChartFloor;
import org.shuangshi.registry.building.ChartResponse.ChartUnit;

/** Sets the units of a building into entrances and floors. */
final class Chart {

  private Chart() {}

  /** An entrance as the register has it. */
  record Entrance(long id, String name, int ordinal) {}

  /**
   * Every entrance of the building, empty ones too, along the building; units without an entrance
   * come first under one without a name, and only where there are such.
   *
   * @param units in the order of rooms
   */
  static List<ChartEntrance> entrances(List<Entrance> entrances, List<ChartUnit> units) {
    Map<@Nullable Long, Map<Integer, List<ChartUnit>>> byEntrance = new LinkedHashMap<>();
    for (ChartUnit unit : units) {
      Long entrance = unit.entrance() == null ? null : Long.valueOf(unit.entrance().id());
      byEntrance
          .computeIfAbsent(entrance, e -> new TreeMap<>(Comparator.reverseOrder()))
          .computeIfAbsent(unit.floor(), floor -> new ArrayList<>())
          .add(unit);
    }
    List<ChartEntrance> charted = new ArrayList<>();
    if (byEntrance.containsKey(null)) {
      charted.add(new ChartEntrance(null, null, 0, floors(byEntrance.get(null))));
    }
    for (Entrance entrance : entrances) {
      charted.add(
          new ChartEntrance(
              entrance.id(),
              entrance.name(),
              entrance.ordinal(),
              floors(byEntrance.get(entrance.id()))));
    }
    return charted;
  }

  private static List<ChartFloor> floors(@Nullable Map<Integer, List<ChartUnit>> units) {
    return Objects.requireNonNullElse(units, Map.<Integer, List<ChartUnit>>of()).entrySet().stream()
        .map(floor -> new ChartFloor(floor.getKey(), floor.getValue()))
        .toList();
  }
}
