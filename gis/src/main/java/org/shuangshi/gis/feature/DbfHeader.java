package org.shuangshi.gis.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The head of a dBase table as it is read: where its columns lie.
 *
 * @param count records declared, deleted ones among them
 * @param languageDriver byte 29, a word on the encoding
 */
record DbfHeader(
    long count, int length, int recordLength, int languageDriver, List<Column> columns) {

  /**
   * Where one column lies.
   *
   * @param name in the table's own encoding, a char a byte
   * @param letter the type: C, N, F, D, L and those of later dialects
   * @param offset in the record, whose byte 0 is the mark of deletion
   */
  record Column(String name, char letter, int offset, int width, int decimals) {
    byte[] nameBytes() {
      return name.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static final int COLUMN_BYTES = 32;
  private static final byte END_OF_COLUMNS = 0x0D;

  /** From the start of the table to its first record. */
  static DbfHeader read(ByteFeed feed, Member member) throws IOException {
    if (!feed.has(32)) {
      throw truncated(member);
    }
    ByteBuffer head = feed.bytes();
    int at = feed.at();
    long count = head.getInt(at + 4) & 0xFFFFFFFFL;
    int length = head.getShort(at + 8) & 0xFFFF;
    int recordLength = head.getShort(at + 10) & 0xFFFF;
    int driver = head.get(at + 29) & 0xFF;
    if (length < 33 || recordLength < 1) {
      throw broken(member);
    }
    if (member.size() < length + count * recordLength || !feed.has(length)) {
      throw truncated(member);
    }
    byte[] bytes = Arrays.copyOfRange(feed.array(), feed.at(), feed.at() + length);
    List<Column> columns = columns(bytes, false);
    if (width(columns) != recordLength) {
      // Clipper and FoxPro keep the high byte of a wide text column where decimals stand.
      columns = columns(bytes, true);
    }
    if (width(columns) > recordLength) {
      throw broken(member);
    }
    feed.skip(length);
    return new DbfHeader(count, length, recordLength, driver, columns);
  }

  private static List<Column> columns(byte[] bytes, boolean wideTexts) {
    List<Column> columns = new ArrayList<>();
    int offset = 1;
    for (int at = 32;
        at + COLUMN_BYTES <= bytes.length && bytes[at] != END_OF_COLUMNS;
        at += COLUMN_BYTES) {
      int end = at;
      while (end < at + 11 && bytes[end] != 0) {
        end++;
      }
      char letter = (char) (bytes[at + 11] & 0xFF);
      int width = bytes[at + 16] & 0xFF;
      int decimals = bytes[at + 17] & 0xFF;
      if (letter == 'C' && wideTexts) {
        width += decimals << 8;
      }
      columns.add(
          new Column(
              new String(bytes, at, end - at, StandardCharsets.ISO_8859_1),
              letter,
              offset,
              width,
              decimals));
      offset += width;
    }
    return columns;
  }

  private static int width(List<Column> columns) {
    return 1 + columns.stream().mapToInt(Column::width).sum();
  }

  private static FeatureFileException broken(Member member) {
    return new FeatureFileException(
        "file.broken", "属性表 " + member.fileName() + " 已损坏：文件头不合规范，请重新获取后再试");
  }

  static FeatureFileException truncated(Member member) {
    return new FeatureFileException(
        "file.truncated", "属性表 " + member.fileName() + " 不完整：比文件头写明的记录数短，请重新获取后再试");
  }
}
