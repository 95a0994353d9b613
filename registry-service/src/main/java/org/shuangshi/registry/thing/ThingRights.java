package org.shuangshi.registry.thing;

import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.permission.Permission;

/** Which permission a kind of thing takes. */
final class ThingRights {

  private ThingRights() {}

  static Permission toRead(ThingKind kind) {
    return isOfPeople(kind) ? Permission.PEOPLE_READ : Permission.REGISTER_READ;
  }

  static Permission toWrite(ThingKind kind) {
    if (isOfPeople(kind)) {
      return Permission.PEOPLE_WRITE;
    }
    return switch (kind) {
      case REGION, ROAD -> Permission.REGION_WRITE;
      case GRID, STAFF_POST -> Permission.GRID_PLAN;
      default -> Permission.PLACE_WRITE;
    };
  }

  /** How many of what points at a thing are of people. */
  static int ofPeople(ThingLinks links) {
    return links.groups().stream()
        .filter(
            group ->
                ThingKind.find(group.kind())
                    .map(kind -> toRead(kind) == Permission.PEOPLE_READ)
                    .orElse(false))
        .mapToInt(group -> group.items().size())
        .sum();
  }

  /** What is called by somebody's name, or tells where somebody lives. */
  private static boolean isOfPeople(ThingKind kind) {
    return switch (kind) {
      case HOUSEHOLD, PERSON, RESIDENCE, TENANCY -> true;
      default -> false;
    };
  }
}
