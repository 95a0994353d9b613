package org.shuangshi.registry.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of texts as PostgreSQL writes it: {@code {甲,"乙 丙"}}. */
final class TextList {

  private TextList() {}

  /** The items; none where there is no list. No item is null in the register. */
  static List<String> items(@Nullable String literal) {
    List<String> items = new ArrayList<>();
    if (literal == null) {
      return items;
    }
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 1; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == '\\') {
        i++;
        item.append(literal.charAt(i));
        begun = true;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (!quoted && (c == ',' || c == '}')) {
        if (begun) {
          items.add(item.toString());
        }
        item.setLength(0);
        begun = false;
      } else {
        item.append(c);
        begun = true;
      }
    }
    return items;
  }
}
