package org.shuangshi.registry.edit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Values that others are composed from: the official text of an address, which is written by
 * gis/address alone; the number of a document in its one form; lists that are there even when
 * empty.
 */
final class Composition {

  private static final String NUMBER = "document_number";

  private Composition() {}

  /** Whether a change of these columns calls for composing anew. */
  static boolean concerns(ThingKind kind, Set<String> columns) {
    return kind == ThingKind.ADDRESS
        || (kind == ThingKind.ESTATE && columns.contains("aliases"))
        || (kind == ThingKind.PERSON && columns.contains(NUMBER));
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
    if (kind == ThingKind.PERSON) {
      document(all);
    }
    return all;
  }

  /** The number in the one form it is kept in; one that no such document has stays as it is. */
  private static void document(Map<String, @Nullable String> values) {
    String type = values.get("document_type");
    String number = values.get(NUMBER);
    if (type != null && number != null) {
      IdentityDocument.find(IdentityDocument.Kind.valueOf(type), number)
          .ifPresent(document -> values.put(NUMBER, document.number()));
    }
  }
}
