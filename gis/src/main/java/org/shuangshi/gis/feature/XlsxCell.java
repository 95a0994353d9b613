package org.shuangshi.gis.feature;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook holds, as one of a few Java types. */
final class XlsxCell {

  /** A spreadsheet computes with doubles and shows 15 digits; beyond, whole numbers are text. */
  private static final double LARGEST_WHOLE = 1e15;

  private XlsxCell() {}

  static boolean isBlank(Row cells) {
    for (int i = 0; i < cells.getCellCount(); i++) {
      if (value(cells, i) != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Long, Double, Boolean, {@link LocalDateTime} or a text that is not empty; null for blank cells.
   * Of a formula its last computed result; an error such as #N/A is its text.
   */
  static @Nullable Object value(Row cells, int column) {
    if (column >= cells.getCellCount()) {
      return null;
    }
    Cell cell = cells.getOptionalCell(column).orElse(null);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    String raw = cell.getRawValue();
    return switch (cell.getType()) {
      case NUMBER -> number(cell, raw);
      case BOOLEAN -> cell.asBoolean();
      case STRING -> emptyToNull(cell.getText());
      default -> formula(raw);
    };
  }

  static String text(Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toString();
    }
    return value instanceof Double real ? TableCells.plain(real) : value.toString();
  }

  private static @Nullable Object number(Cell cell, @Nullable String raw) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    if (isDateFormat(cell)) {
      try {
        return cell.asDate();
      } catch (ExcelReaderException e) {
        return raw;
      }
    }
    return number(raw).orElse(raw);
  }

  private static Optional<Object> number(String raw) {
    try {
      double real = Double.parseDouble(raw);
      boolean whole = real == Math.rint(real) && Math.abs(real) <= LARGEST_WHOLE;
      return Optional.of(whole ? (Object) (long) real : (Object) real);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object formula(@Nullable String raw) {
    return raw == null || raw.isEmpty() ? null : number(raw).orElse(raw);
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Built-in formats 14–22 and 27–36, 50–58 (Chinese ones), or a pattern with a year or day. */
  private static boolean isDateFormat(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null
        && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
      return true;
    }
    String pattern = cell.getDataFormatString();
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
