package org.shuangshi.gis.address;

import java.util.EnumSet;
import java.util.Set;

/** Whether an address of the register can be the one that was said. */
final class Fit {
  /** What the register says and a text may leave out. */
  private static final Set<Component> OFTEN_LEFT_OUT =
      EnumSet.of(
          Component.PROVINCE,
          Component.CITY,
          Component.DISTRICT,
          Component.STREET,
          Component.COMMUNITY,
          Component.VILLAGE_GROUP,
          Component.ROAD,
          Component.DOOR_NUMBER,
          Component.LANE,
          Component.SECTION,
          Component.ESTATE,
          Component.ENTRANCE,
          Component.FLOOR,
          Component.BUILDING);

  /** What a text says and the register may not know. */
  private static final Set<Component> MAY_BE_UNKNOWN =
      EnumSet.of(
          Component.PROVINCE,
          Component.CITY,
          Component.DISTRICT,
          Component.STREET,
          Component.COMMUNITY,
          Component.ESTATE,
          Component.FLOOR);

  private Fit() {}

  static boolean fits(Address said, Address held) {
    if (!said.has(Component.ROOM)
        && (held.has(Component.ENTRANCE) != said.has(Component.ENTRANCE)
            || held.has(Component.BUILDING) != said.has(Component.BUILDING))) {
      return false;
    }
    for (Comparison.Part part : Comparison.of(said, held).parts()) {
      boolean fits =
          switch (part.verdict()) {
            case SAME -> true;
            case DIFFERENT -> false;
            case ONE_SILENT ->
                part.one() == null
                    ? OFTEN_LEFT_OUT.contains(part.component())
                    : MAY_BE_UNKNOWN.contains(part.component());
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
