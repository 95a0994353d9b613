package org.shuangshi.registry.edit;

import org.jspecify.annotations.Nullable;

/**
 * Personal values with their middle hidden: of a number its ends, of a date its year, of a name
 * all: names are what officers work with.
 */
public final class Mask {
  private static final int SHOWN = 7;
  private static final int FIRST = 3;
  private static final int YEAR = 4;

  private Mask() {}

  /** A value of a field as it may be shown; null stays null. */
  public static @Nullable String of(Field field, @Nullable String value) {
    if (value == null || !field.personal()) {
      return value;
    }
    return switch (field.column()) {
      case "document_number", "phone", "registration_book", "residence_permit" ->
          value.length() > SHOWN
              ? value.substring(0, FIRST)
                  + "*".repeat(value.length() - SHOWN)
                  + value.substring(value.length() - (SHOWN - FIRST))
              : "*".repeat(value.length());
      case "birth_date" -> value.substring(0, YEAR) + "-**-**";
      default -> value;
    };
  }
}
