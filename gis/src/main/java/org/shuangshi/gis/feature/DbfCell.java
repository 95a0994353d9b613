package org.shuangshi.gis.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.JulianFields;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dBase table as it is read. Blank cells are null, and so are those filled with
 * asterisks: the mark of a number that did not fit.
 */
final class DbfCell {

  private static final DateTimeFormatter YYYYMMDD =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** Whole numbers wider than the longest long, sign and all, stay texts. */
  private static final int WIDEST_LONG = 20;

  private static final double[] TENS = new double[23];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = TENS[i - 1] * 10;
    }
  }

  /** A cell whose bytes are no value of the column's type. */
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    Misfit(String cell) {
      super(cell);
    }
  }

  private final DbfHeader.Column column;
  private final Field field;
  private final DbfText text;

  private DbfCell(DbfHeader.Column column, Field field, Charset charset) {
    this.column = column;
    this.field = field;
    this.text = new DbfText(charset);
  }

  /** Null for columns whose values are elsewhere (memos) or are no texts, numbers or days. */
  static @Nullable DbfCell of(DbfHeader.Column column, String name, Charset charset) {
    FieldType type =
        switch (column.letter()) {
          case 'C' -> FieldType.TEXT;
          case 'N' -> number(column);
          case 'F' -> FieldType.REAL;
          case 'D' -> FieldType.DATE;
          case 'L' -> FieldType.BOOLEAN;
          case 'I', '+' -> column.width() == 4 ? FieldType.INTEGER : null;
          case 'O', 'B' -> column.width() == 8 ? FieldType.REAL : null;
          case 'T', '@' -> column.width() == 8 ? FieldType.TEXT : null;
          default -> null;
        };
    return type == null ? null : new DbfCell(column, new Field(name, type), charset);
  }

  private static FieldType number(DbfHeader.Column column) {
    if (column.decimals() > 0) {
      return FieldType.REAL;
    }
    return column.width() <= WIDEST_LONG ? FieldType.INTEGER : FieldType.TEXT;
  }

  Field field() {
    return field;
  }

  /** What became of the text read last. */
  DbfText.State state() {
    return text.state();
  }

  /**
   * The cell of the record that begins at this place.
   *
   * @throws Misfit with the cell as it stands
   */
  @Nullable Object read(byte[] bytes, int record) throws Misfit {
    int from = record + column.offset();
    int width = column.width();
    return switch (column.letter()) {
      case 'C' -> text.read(bytes, from, width);
      case 'L' -> truth(bytes[from]);
      case 'I', '+' -> (long) binary(bytes, from, 4).getInt();
      case 'O', 'B' -> finite(binary(bytes, from, 8).getDouble());
      case 'T', '@' -> instant(binary(bytes, from, 8));
      default -> digits(bytes, from, from + width);
    };
  }

  private @Nullable Object digits(byte[] bytes, int start, int end) throws Misfit {
    int from = start;
    int to = end;
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
      to--;
    }
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    if (from == to || bytes[from] == '*') {
      return null;
    }
    return switch (field.type()) {
      case INTEGER -> whole(bytes, from, to);
      case REAL -> real(bytes, from, to);
      case DATE -> day(bytes, from, to);
      case TEXT, BOOLEAN -> ascii(bytes, from, to);
    };
  }

  private static Long whole(byte[] bytes, int from, int to) throws Misfit {
    int first = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
    if (to - first < 19 && to > first) {
      long value = 0;
      int i = first;
      while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
        value = 10 * value + bytes[i++] - '0';
      }
      if (i == to) {
        return bytes[from] == '-' ? -value : value;
      }
    }
    String cell = ascii(bytes, from, to);
    try {
      return new BigDecimal(cell).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Misfit(cell);
    }
  }

  /**
   * Up to 15 digits and 22 places need one division, which rounds correctly (Clinger 1990); others
   * go the long way.
   */
  private static Double real(byte[] bytes, int from, int to) throws Misfit {
    int i = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
    long value = 0;
    int digits = 0;
    int places = -1;
    boolean any = false;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        value = 10 * value + b - '0';
        any = true;
        digits += value == 0 ? 0 : 1;
        places += places >= 0 ? 1 : 0;
      } else if (b == '.' && places < 0) {
        places = 0;
      } else {
        break;
      }
      if (digits > 15) {
        break;
      }
    }
    if (any && i == to && places < TENS.length) {
      double size = value / TENS[Math.max(0, places)];
      return bytes[from] == '-' ? -size : size;
    }
    String cell = ascii(bytes, from, to);
    try {
      return Double.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new Misfit(cell);
    }
  }

  private static @Nullable LocalDate day(byte[] bytes, int from, int to) throws Misfit {
    String cell = ascii(bytes, from, to);
    if (cell.matches("0+")) {
      return null;
    }
    try {
      return LocalDate.parse(cell, YYYYMMDD);
    } catch (DateTimeException e) {
      throw new Misfit(cell);
    }
  }

  private static @Nullable Boolean truth(byte letter) throws Misfit {
    return switch (letter) {
      case 'T', 't', 'Y', 'y' -> true;
      case 'F', 'f', 'N', 'n' -> false;
      case '?', ' ', 0 -> null;
      default -> throw new Misfit(Character.toString(letter & 0xFF));
    };
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** A Julian day and milliseconds of the day, as FoxPro keeps them. */
  private static @Nullable String instant(ByteBuffer eight) throws Misfit {
    int day = eight.getInt();
    int milliseconds = eight.getInt();
    if (day == 0) {
      return null;
    }
    try {
      LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
      LocalTime time = LocalTime.ofNanoOfDay(milliseconds / 1000 * 1_000_000_000L);
      return LocalDateTime.of(date, time).toString();
    } catch (DateTimeException e) {
      throw new Misfit(day + " " + milliseconds);
    }
  }

  private static ByteBuffer binary(byte[] bytes, int from, int width) {
    return ByteBuffer.wrap(bytes, from, width).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
