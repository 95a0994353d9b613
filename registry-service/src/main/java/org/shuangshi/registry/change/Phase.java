package org.shuangshi.registry.change;

import java.util.Arrays;

/** In which order a change is told. */
enum Phase {
  /** Rows no longer believed. */
  CLOSED("0"),
  /** Rows to take in. */
  OPENED("1"),
  /** Things that are in the reader's area no more. */
  LEFT("2"),
  /** Things whose personal values go from every row there ever was of them. */
  ERASED("3");

  private final String digit;

  Phase(String digit) {
    this.digit = digit;
  }

  /** How a position writes it. */
  String digit() {
    return digit;
  }

  static Phase ofDigit(String digit) {
    return Arrays.stream(values())
        .filter(phase -> phase.digit.equals(digit))
        .findFirst()
        .orElseThrow();
  }
}
