package org.shuangshi.intake.mapping;

import java.util.regex.Pattern;

/** The shape of a value that is not to be shown: 字 for a Chinese character, 9 for a digit. */
public final class Shape {

  private static final int LONGEST = 24;
  private static final Pattern NUMBERED =
      Pattern.compile("(?<![0-9.])(?:1[0-9]{10}|[0-9]{15}|[0-9]{17}[0-9Xx])(?![0-9])");

  private Shape() {}

  /** {@code 字字字}, {@code 999999999999999999}, {@code A9-99}. */
  public static String of(String value) {
    StringBuilder shape = new StringBuilder();
    value
        .codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                shape.append('9');
              } else if (Character.isIdeographic(c)) {
                shape.append('字');
              } else if (Character.isLetter(c)) {
                shape.append('A');
              } else {
                shape.appendCodePoint(c);
              }
            });
    return shape.toString();
  }

  /** The value, or its shape where it holds what may be a mobile phone or a document number. */
  public static String unlessNumbered(String value) {
    return NUMBERED.matcher(value).find() ? of(value) : value;
  }
}
