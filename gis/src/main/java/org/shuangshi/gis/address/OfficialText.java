package org.shuangshi.gis.address;

import java.util.EnumSet;
import java.util.Set;

/** Composes the official text of an address (DOMAIN: standard address). */
final class OfficialText {

  private static final Set<Component> NEVER = EnumSet.of(Component.PROVINCE, Component.FLOOR);

  /**
   * In a village there is no road to count door numbers along: the village and its group stand for
   * it.
   */
  private static final Set<Component> VILLAGE =
      EnumSet.of(Component.COMMUNITY, Component.VILLAGE_GROUP);

  private OfficialText() {}

  static String of(Address address) {
    boolean inVillage = !address.has(Component.ROAD) && !address.has(Component.LANE);
    StringBuilder text = new StringBuilder();
    address
        .parts()
        .forEach(
            (component, value) -> {
              if (NEVER.contains(component) || (!inVillage && VILLAGE.contains(component))) {
                return;
              }
              text.append(value);
            });
    return text.toString();
  }
}
