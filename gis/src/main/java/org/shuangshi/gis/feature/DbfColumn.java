package org.shuangshi.gis.feature;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dBase table: turns values into bytes, and finds out from them how wide it must
 * be.
 */
final class DbfColumn {

  private static final int WIDEST_TEXT = 254;
  private static final int WIDEST_NUMBER = 24;
  private static final int MOST_DECIMALS = 15;
  private static final byte[] NOTHING = {};

  final byte[] name;
  private final FieldType type;
  private final Charset charset;
  private int width = 1;
  private int decimals = 1;
  private long cut;

  DbfColumn(byte[] name, FieldType type, Charset charset) {
    this.name = name;
    this.type = type;
    this.charset = charset;
  }

  /** How many texts were longer than the format holds. */
  long cut() {
    return cut;
  }

  /** The value as it goes to the spool; of any length, nothing for null. */
  byte[] encode(@Nullable Object value) {
    if (value == null) {
      return NOTHING;
    }
    byte[] bytes =
        switch (type) {
          case TEXT -> text((String) value);
          case INTEGER -> ascii(value.toString());
          case REAL -> real((Double) value);
          case DATE -> ascii(((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE));
          case BOOLEAN -> ascii((Boolean) value ? "T" : "F");
        };
    width = Math.max(width, bytes.length);
    return bytes;
  }

  private byte[] text(String text) {
    byte[] bytes = text.getBytes(charset);
    if (bytes.length <= WIDEST_TEXT) {
      return bytes;
    }
    cut++;
    return cut(text, charset, WIDEST_TEXT);
  }

  /** As many whole characters as fit. */
  static byte[] cut(String text, Charset charset, int mostBytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      byte[] next = Character.toString(text.codePointAt(i)).getBytes(charset);
      if (kept.size() + next.length > mostBytes) {
        break;
      }
      kept.writeBytes(next);
    }
    return kept.toByteArray();
  }

  /** Without an exponent where that keeps the number, else as Java writes it: 24 bytes at most. */
  private byte[] real(double value) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    String plain = exact.toPlainString();
    if (exact.scale() > MOST_DECIMALS || plain.length() > WIDEST_NUMBER) {
      return ascii(Double.toString(value));
    }
    decimals = Math.max(decimals, exact.scale());
    return ascii(plain);
  }

  char letter() {
    return switch (type) {
      case TEXT -> 'C';
      case INTEGER, REAL -> 'N';
      case DATE -> 'D';
      case BOOLEAN -> 'L';
    };
  }

  int width() {
    return switch (type) {
      case TEXT, INTEGER -> width;
      case REAL -> Math.max(width, decimals + 2);
      case DATE -> 8;
      case BOOLEAN -> 1;
    };
  }

  /** At least one for REAL: without decimals other programs take the column for whole numbers. */
  int decimals() {
    return type == FieldType.REAL ? decimals : 0;
  }

  /** A spooled value at the column's final width; null is blank. */
  byte[] cell(byte[] spooled) {
    byte[] cell = new byte[width()];
    Arrays.fill(cell, (byte) ' ');
    // Numbers stand to the right.
    int from = letter() == 'N' ? cell.length - spooled.length : 0;
    System.arraycopy(spooled, 0, cell, from, spooled.length);
    return cell;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
