package org.shuangshi.intake.load;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of these words (also the codes themselves, in any case).
 *
 * @param words code by word
 */
record WordReading(Map<String, String> words) implements Reading {

  boolean knows(Object raw) {
    return code(Readings.halfWidth(raw)) != null;
  }

  private @Nullable String code(String word) {
    String code = words.get(word);
    String upper = word.toUpperCase(Locale.ROOT);
    return code == null && words.containsValue(upper) ? upper : code;
  }

  @Override
  public Object read(Object raw) throws ValueFault {
    String code = code(Readings.halfWidth(raw));
    if (code == null) {
      throw new ValueFault(
          "value.unknown",
          "“" + Readings.shown(raw) + "”不在可用的值之内：" + String.join("、", words.keySet()));
    }
    return code;
  }
}
