package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;
import org.shuangshi.gis.address.Reading;

/**
 * The official text is composed here from the components; a text in the file is an alias at most.
 * Where it is all there is, the components are read from it.
 */
final class AddressRow implements RowRule {

  private static final AddressReader READER = new AddressReader(Gazetteer.EMPTY);

  @Override
  public void apply(Row row) {
    Map<Component, String> raw = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      String value = row.text(component.column());
      if (value != null) {
        raw.put(component, value);
      }
    }
    Address address = raw.isEmpty() ? read(row) : Address.of(raw);
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
    if (inFile != null && !inFile.equals(composed) && !row.rejected()) {
      if (!aliases.contains(inFile)) {
        aliases.add(inFile);
      }
      row.note("address.text-differs", "文件中的地址文本与按要素写出的标准地址不同，已记为别名");
    }
    row.set("text", composed);
    row.set("aliases", aliases);
  }

  /** Of a row that gives no components, those of its text. */
  private static Address read(Row row) {
    String text = row.text("text");
    if (text == null) {
      return Address.EMPTY;
    }
    Reading reading = READER.read(text);
    String left =
        reading.leftOver().stream().map(span -> span.of(text)).collect(Collectors.joining("、"));
    if (reading.dropsNumber()) {
      row.reject("address.unread", "地址中有没有读懂的数字：" + left); // it may tell one door from another
    } else if (!left.isEmpty()) {
      row.warn("address.unread", "地址中有没有读懂的部分：" + left);
    }
    return reading.address();
  }
}
