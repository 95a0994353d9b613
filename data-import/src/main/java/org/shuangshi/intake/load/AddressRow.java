package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.Component;

/**
 * The official text is composed here from the components; a text in the file is an alias at most.
 */
final class AddressRow implements RowRule {

  @Override
  public void apply(Row row) {
    Map<Component, String> raw = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      String value = row.text(component.column());
      if (value != null) {
        raw.put(component, value);
      }
    }
    Address address = Address.of(raw);
    for (Component component : Component.values()) {
      row.set(component.column(), address.get(component));
    }
    String composed = address.text();
    if (composed.isEmpty()) {
      row.reject("address.empty", "没有任何地址要素，无法写出标准地址");
      return;
    }
    List<Object> aliases = new ArrayList<>();
    if (row.get("aliases") instanceof List<?> given) {
      aliases.addAll(given);
    }
    String inFile = row.text("text");
    if (inFile != null && !inFile.equals(composed)) {
      if (!aliases.contains(inFile)) {
        aliases.add(inFile);
      }
      row.note("address.text-differs", "文件中的地址文本与按要素写出的标准地址不同，已记为别名");
    }
    row.set("text", composed);
    row.set("aliases", aliases);
  }
}
