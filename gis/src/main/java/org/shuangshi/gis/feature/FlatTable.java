package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A table of a FlatBuffer: its fields by their numbers, through the table of offsets every table
 * points to. What points beyond the buffer throws {@link IndexOutOfBoundsException}.
 */
final class FlatTable {

  private final ByteBuffer bytes;
  private final int at;

  private FlatTable(ByteBuffer bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The root table of the buffer that lies here. */
  static FlatTable root(ByteBuffer in, int from, int length) {
    ByteBuffer bytes = in.slice(from, length).order(ByteOrder.LITTLE_ENDIAN);
    return new FlatTable(bytes, bytes.getInt(0));
  }

  /** Where the field stands; 0 where it was left out. */
  private int field(int number) {
    int offsets = at - bytes.getInt(at);
    int size = bytes.getShort(offsets) & 0xFFFF;
    int entry = 4 + 2 * number;
    if (entry + 2 > size) {
      return 0;
    }
    int offset = bytes.getShort(offsets + entry) & 0xFFFF;
    return offset == 0 ? 0 : at + offset;
  }

  int unsignedByte(int number) {
    int field = field(number);
    return field == 0 ? 0 : bytes.get(field) & 0xFF;
  }

  int unsignedShort(int number, int otherwise) {
    int field = field(number);
    return field == 0 ? otherwise : bytes.getShort(field) & 0xFFFF;
  }

  int integer(int number) {
    int field = field(number);
    return field == 0 ? 0 : bytes.getInt(field);
  }

  long longInteger(int number) {
    int field = field(number);
    return field == 0 ? 0 : bytes.getLong(field);
  }

  @Nullable FlatTable table(int number) {
    int field = field(number);
    return field == 0 ? null : new FlatTable(bytes, field + bytes.getInt(field));
  }

  @Nullable String text(int number) {
    int start = start(number);
    if (start < 0) {
      return null;
    }
    return new String(array(start, length(number, 1)), StandardCharsets.UTF_8);
  }

  /** How many elements of this width the vector has; 0 where it was left out. */
  int length(int number, int width) {
    int start = start(number);
    if (start < 0) {
      return 0;
    }
    int length = bytes.getInt(start - 4);
    if (length < 0 || start + (long) length * width > bytes.limit()) {
      throw new IndexOutOfBoundsException(length);
    }
    return length;
  }

  /** Where the first element of the vector stands in {@link #buffer}; -1 where it was left out. */
  int start(int number) {
    int field = field(number);
    return field == 0 ? -1 : field + bytes.getInt(field) + 4;
  }

  /** A table of a vector of them. */
  FlatTable element(int number, int i) {
    int entry = start(number) + 4 * i;
    return new FlatTable(bytes, entry + bytes.getInt(entry));
  }

  ByteBuffer buffer() {
    return bytes;
  }

  private byte[] array(int from, int length) {
    byte[] copy = new byte[length];
    bytes.get(from, copy);
    return copy;
  }
}
