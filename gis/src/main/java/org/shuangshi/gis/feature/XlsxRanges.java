package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where cells of a sheet are once only some of its rows are left: the header, and those kept. */
final class XlsxRanges {

  private static final Pattern CELL = Pattern.compile("(\\$?[A-Z]{1,3}\\$?)([0-9]{1,7})");

  private final long[] kept;

  /**
   * @param kept numbers of the rows that are left, rising; the first of them is row 2 then
   */
  XlsxRanges(long[] kept) {
    this.kept = kept;
  }

  /** Ranges, separated by blanks, each cut to the rows that are left; empty where none is. */
  String cut(String ranges) {
    List<String> left = new ArrayList<>();
    for (String range : ranges.split(" ")) {
      Matcher cells = CELL.matcher(range);
      if (!cells.find()) {
        left.add(range); // whole columns
        continue;
      }
      String column = cells.group(1);
      long first = Long.parseLong(cells.group(2));
      boolean one = !cells.find();
      String lastColumn = one ? column : cells.group(1);
      long last = one ? first : Long.parseLong(cells.group(2));
      long from = atOrAfter(first);
      long to = atOrBefore(last);
      if (from <= to) {
        left.add(column + from + (one ? "" : ":" + lastColumn + to));
      }
    }
    return String.join(" ", left);
  }

  /** A range all of whose rows are left beside each other; else empty. */
  String whole(String range) {
    String cut = cut(range);
    return height(cut) == height(range) ? cut : "";
  }

  /** Whether it begins where it did: what is said relative to its first cell still holds. */
  static boolean beginsAsBefore(String before, String after) {
    Matcher one = CELL.matcher(before);
    Matcher other = CELL.matcher(after);
    return one.find() == other.find() && (!one.reset().find() || one.group().equals(other.group()));
  }

  private static long height(String range) {
    Matcher cells = CELL.matcher(range);
    if (!cells.find()) {
      return 0;
    }
    long first = Long.parseLong(cells.group(2));
    return cells.find() ? Long.parseLong(cells.group(2)) - first + 1 : 1;
  }

  private long atOrAfter(long row) {
    if (row <= 1) {
      return 1;
    }
    int found = Arrays.binarySearch(kept, row);
    return 2L + (found >= 0 ? found : -found - 1);
  }

  private long atOrBefore(long row) {
    int found = Arrays.binarySearch(kept, row);
    return 1L + (found >= 0 ? found + 1 : -found - 1);
  }

  /** A, B, … for 0, 1, … */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = Math.floorDiv(rest, 26) - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** 0 for A5. */
  static int column(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(cell.charAt(i)) - 'A' + 1;
    }
    return column - 1;
  }
}
