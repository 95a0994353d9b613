package org.shuangshi.registry.dependency;

import java.util.Arrays;
import java.util.List;

/**
 * A library the build takes in.
 *
 * @param from {@code maven} or {@code npm}
 * @param name {@code group:artifact}, or as npm calls it
 * @param licences as SPDX ids; of several one may be chosen
 */
record Dependency(String from, String name, String version, List<String> licences) {

  String line() {
    return String.join(" | ", from, name, version, String.join(" OR ", licences));
  }

  /** Whether its version comes before another; what is no number is left out: 2.1.0.Final. */
  boolean isBefore(String other) {
    return Arrays.compare(numbers(version), numbers(other)) < 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .filter(part -> !part.isEmpty())
        .limit(4)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
