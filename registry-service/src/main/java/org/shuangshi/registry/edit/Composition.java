package org.shuangshi.registry.edit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.Component;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Values that others are composed from: the official text of an address, which is written by
 * gis/address alone; lists that are there even when empty.
 */
final class Composition {

  private Composition() {}

  /** Whether a change of these columns calls for composing anew. */
  static boolean concerns(ThingKind kind, Set<String> columns) {
    return kind == ThingKind.ADDRESS || (kind == ThingKind.ESTATE && columns.contains("aliases"));
  }

  /** The values with what is composed from them. */
  static Map<String, @Nullable String> of(ThingKind kind, Map<String, @Nullable String> values) {
    Map<String, @Nullable String> all = new HashMap<>(values);
    if (kind == ThingKind.ADDRESS || kind == ThingKind.ESTATE) {
      all.putIfAbsent("aliases", "{}");
    }
    if (kind == ThingKind.ADDRESS) {
      Map<Component, String> parts = new EnumMap<>(Component.class);
      for (Component component : Component.values()) {
        String value = values.get(component.column());
        if (value != null) {
          parts.put(component, value);
        }
      }
      Address address = Address.of(parts);
      Arrays.stream(Component.values())
          .forEach(component -> all.put(component.column(), address.get(component)));
      if (address.text().isEmpty()) {
        throw Refusal.of(Refusal.Kind.INVALID, "address.empty", "没有任何地址要素，无法写出标准地址");
      }
      all.put("text", address.text());
    }
    return all;
  }
}
