package org.shuangshi.gis.feature;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What cells of workbooks, new and old, have in common. */
final class SheetCell {

  /** A spreadsheet computes with doubles and shows 15 digits; beyond, whole numbers are text. */
  private static final double LARGEST_WHOLE = 1e15;

  private SheetCell() {}

  static String text(Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toString();
    }
    return value instanceof Double real ? TableCells.plain(real) : value.toString();
  }

  /** Whole numbers as Long. */
  static Object number(double real) {
    boolean whole = real == Math.rint(real) && Math.abs(real) <= LARGEST_WHOLE;
    return whole ? (Object) (long) real : (Object) real;
  }

  /** Built-in formats 14–22 and 27–36, 50–58 (Chinese ones), or a pattern with a year or day. */
  static boolean isDateFormat(@Nullable Integer id, @Nullable String pattern) {
    if (id != null
        && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
      return true;
    }
    if (pattern == null) {
      return false;
    }
    // Quoted text, escapes, and [colours] or [locales] may hold any letter.
    String bare =
        pattern
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "")
            .replace("general", "");
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
  }
}
