package org.shuangshi.intake.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Target;

/** Words of a source and the codes that somebody said they mean. */
final class Dictionary {

  private final Map<String, Map<String, String>> codes = new HashMap<>();

  /**
   * Of what was chosen.
   *
   * @throws ImportException {@code mapping.unknown-field}, {@code mapping.unknown-code}
   */
  static Dictionary of(Kind kind, Choice choice) throws ImportException {
    Dictionary dictionary = new Dictionary();
    Map<String, Target> fields = new HashMap<>();
    Targets.of(kind).forEach(target -> fields.put(target.name(), target));
    for (Map.Entry<String, Map<String, String>> each : choice.values().entrySet()) {
      Target field = fields.get(each.getKey());
      if (field == null || field.words().isEmpty()) {
        throw new ImportException(
            "mapping.unknown-field", "“" + each.getKey() + "”不是" + kind.label() + "中有固定取值的字段");
      }
      for (Map.Entry<String, String> word : each.getValue().entrySet()) {
        String code = word.getValue();
        if (!code.equals(Choice.NOTHING) && !field.words().containsValue(code)) {
          throw new ImportException(
              "mapping.unknown-code", "字段 " + field.name() + " 没有“" + code + "”这个值");
        }
        dictionary
            .codes
            .computeIfAbsent(field.name(), name -> new HashMap<>())
            .put(Readings.halfWidth(word.getKey()), code);
      }
    }
    return dictionary;
  }

  /** Null where nobody said anything of the word; {@link Choice#NOTHING} where it says nothing. */
  @Nullable String find(String column, Object raw) {
    Map<String, String> words = codes.get(column);
    return words == null ? null : words.get(Readings.halfWidth(raw));
  }
}
