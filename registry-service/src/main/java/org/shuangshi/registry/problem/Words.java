package org.shuangshi.registry.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The words a field may hold, for people to read. */
final class Words {

  private Words() {}

  static String of(Class<?> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining("、"));
  }
}
