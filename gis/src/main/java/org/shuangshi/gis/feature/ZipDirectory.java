package org.shuangshi.gis.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip, read by itself (PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16): {@link
 * java.util.zip.ZipFile} hides the flags that tell an encrypted member, and says nothing of sizes
 * before it has built a table of all names.
 */
final class ZipDirectory {

  /**
   * What the directory says of one member.
   *
   * @param size bytes unpacked, as declared
   */
  record Item(String name, boolean encrypted, int method, long packed, long size) {}

  private static final int END = 0x06054b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int END_64 = 0x06064b50;
  private static final int ITEM = 0x02014b50;
  private static final long UNSAID = 0xFFFFFFFFL;
  private static final int MOST_BYTES = 64 << 20;

  private ZipDirectory() {}

  static List<Item> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      int tail = (int) Math.min(size, 22 + 65_535);
      ByteBuffer end = bytes(channel, size - tail, tail);
      int at = tail - 22;
      while (at >= 0 && end.getInt(at) != END) {
        at--;
      }
      if (at < 0) {
        throw truncated(file);
      }
      long length = end.getInt(at + 12) & UNSAID;
      long offset = end.getInt(at + 16) & UNSAID;
      if (at >= 20 && end.getInt(at - 20) == END_64_LOCATOR) {
        long record = end.getLong(at - 20 + 8);
        if (record < 0 || record + 56 > size) {
          throw truncated(file);
        }
        ByteBuffer end64 = bytes(channel, record, 56);
        if (end64.getInt(0) != END_64) {
          throw broken(file);
        }
        length = end64.getLong(40);
        offset = end64.getLong(48);
      }
      if (length < 0 || offset < 0 || offset + length > size) {
        throw truncated(file);
      }
      if (length > MOST_BYTES) {
        throw new FeatureFileException(
            "file.zip-bomb", "压缩包 " + file.getFileName() + " 的目录大得反常，已拒绝读取");
      }
      return items(file, bytes(channel, offset, (int) length));
    }
  }

  private static List<Item> items(Path file, ByteBuffer bytes) throws FeatureFileException {
    List<Item> items = new ArrayList<>();
    int at = 0;
    while (at + 46 <= bytes.limit() && bytes.getInt(at) == ITEM) {
      int flags = bytes.getShort(at + 8);
      int nameLength = bytes.getShort(at + 28) & 0xFFFF;
      int extraLength = bytes.getShort(at + 30) & 0xFFFF;
      int commentLength = bytes.getShort(at + 32) & 0xFFFF;
      int next = at + 46 + nameLength + extraLength + commentLength;
      if (next > bytes.limit()) {
        throw broken(file);
      }
      byte[] name = new byte[nameLength];
      bytes.get(at + 46, name);
      long packed = bytes.getInt(at + 20) & UNSAID;
      long size = bytes.getInt(at + 24) & UNSAID;
      int extra = at + 46 + nameLength;
      for (int e = extra; e + 4 <= extra + extraLength; ) {
        int length = bytes.getShort(e + 2) & 0xFFFF;
        int value = e + 4;
        if (bytes.getShort(e) == 1 && value + length <= extra + extraLength) {
          if (size == UNSAID && length >= 8) {
            size = bytes.getLong(value);
            value += 8;
          }
          if (packed == UNSAID && value + 8 <= e + 4 + length) {
            packed = bytes.getLong(value);
          }
        }
        e += 4 + length;
      }
      items.add(
          new Item(text(name), (flags & 1) != 0, bytes.getShort(at + 10) & 0xFFFF, packed, size));
      at = next;
    }
    return items;
  }

  /** Names are UTF-8 where they can be; else they come from a Chinese Windows. */
  private static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, TextEncoding.GB18030);
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
    return bytes.flip();
  }

  private static FeatureFileException truncated(Path file) {
    return new FeatureFileException(
        "file.truncated", "压缩包 " + file.getFileName() + " 不完整（没有结尾的目录），请重新获取后再试");
  }

  static FeatureFileException broken(Path file) {
    return new FeatureFileException(
        "file.broken", "压缩包 " + file.getFileName() + " 已损坏，请重新压缩或重新获取后再试");
  }
}
