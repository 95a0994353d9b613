package org.shuangshi.intake.mapping;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A field that a column of a file may be.
 *
 * @param name as the register has it: {@code floors}
 * @param label what people call it, in Chinese where there is a word
 * @param names other names it goes by, official ones and such as files have
 * @param required a file without it is refused
 * @param words of a {@link Nature#WORD}: what people write, and the code of it; else empty
 * @param reads whether a raw value (text, Long, Double, LocalDate, Boolean) can be read as it
 */
public record Target(
    String name,
    String label,
    List<String> names,
    boolean required,
    Nature nature,
    Map<String, String> words,
    Predicate<Object> reads) {

  public Target {
    names = List.copyOf(names);
  }
}
