package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;

/**
 * The shapes of a .shp in the order of its rows.
 *
 * <p>In one pass where the index ascends or there is none. An index out of order (programs that
 * edit in place leave one) needs reading here and there; a member of a zip is copied out for that.
 */
final class ShapeStream implements Closeable {

  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;

  /** Of one record. A building has some hundred bytes, a province with all its islands 50 MB. */
  private static final int MOST_BYTES = 256 << 20;

  private final Member member;
  private final @Nullable ShapeIndex index;
  private final ShapeContent content = new ShapeContent();
  private final ByteFeed feed;
  private final int shapeType;
  private final long length;
  private @Nullable FileChannel channel;
  private @Nullable Path copy;
  private ByteBuffer record = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private int read;
  private @Nullable Geometry geometry;
  private @Nullable Fault fault;

  private ShapeStream(Member member, @Nullable ShapeIndex index, ByteFeed feed) throws IOException {
    this.member = member;
    this.index = index;
    this.feed = feed;
    if (!feed.has(HEADER_BYTES)) {
      throw truncated(member);
    }
    if (Integer.reverseBytes(feed.bytes().getInt(feed.at())) != FILE_CODE) {
      throw broken(member);
    }
    this.length = 2L * Integer.reverseBytes(feed.bytes().getInt(feed.at() + 24));
    this.shapeType = feed.bytes().getInt(feed.at() + 32);
    if (length > member.size()) {
      throw truncated(member);
    }
    feed.skip(HEADER_BYTES);
    if (index != null && !index.isAscending()) {
      openOutOfOrder();
    }
  }

  static ShapeStream open(Member member, @Nullable ShapeIndex index) throws IOException {
    ByteFeed feed = new ByteFeed(member.open());
    try {
      return new ShapeStream(member, index, feed);
    } catch (IOException e) {
      feed.close();
      throw e;
    }
  }

  private void openOutOfOrder() throws IOException {
    if (member instanceof Member.OnDisk onDisk) {
      channel = FileChannel.open(onDisk.path());
    } else {
      Path unpacked = member.copy();
      copy = unpacked;
      channel = FileChannel.open(unpacked);
    }
  }

  GeometryType layerType() {
    return ShapeContent.layerType(shapeType);
  }

  /** Goes to the next shape; false after the last. */
  boolean next() throws IOException {
    geometry = null;
    fault = null;
    if (channel != null) {
      return outOfOrder(channel);
    }
    if (index != null) {
      if (read == index.count()) {
        return false;
      }
      if (!feed.skip(index.offset(read) - feed.position())) {
        throw truncated(member);
      }
    } else if (feed.position() + 8 > length) {
      return false;
    }
    if (!feed.has(8)) {
      throw truncated(member);
    }
    int bytes = contentLength(feed.bytes().getInt(feed.at() + 4), feed.position());
    if (!feed.has(8 + bytes)) {
      throw truncated(member);
    }
    take(feed.bytes(), feed.at() + 8, bytes);
    feed.skip(8L + bytes);
    read++;
    return true;
  }

  private boolean outOfOrder(FileChannel shapes) throws IOException {
    if (index == null || read == index.count()) {
      return false;
    }
    long from = index.offset(read);
    fill(shapes, from, 8);
    int bytes = contentLength(record.getInt(4), from);
    if (record.capacity() < bytes) {
      record = ByteBuffer.allocate(2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    fill(shapes, from + 8, bytes);
    take(record, 0, bytes);
    read++;
    return true;
  }

  private void fill(FileChannel shapes, long from, int bytes) throws IOException {
    record.clear().limit(bytes);
    while (record.hasRemaining()) {
      if (shapes.read(record, from + record.position()) < 0) {
        throw truncated(member);
      }
    }
  }

  /** From big-endian words; checked before any memory is made for it. */
  private int contentLength(int words, long from) throws FeatureFileException {
    long bytes = 2L * Integer.reverseBytes(words);
    if (bytes < 0) {
      throw broken(member);
    }
    if (from + 8 + bytes > member.size()) {
      throw truncated(member);
    }
    if (bytes > MOST_BYTES) {
      throw new FeatureFileException(
          "file.too-large", "文件 " + member.fileName() + " 中有一个图形超过 256 MB，已拒绝读取");
    }
    return (int) bytes;
  }

  private void take(ByteBuffer bytes, int at, int length) {
    try {
      geometry = content.read(bytes, at, length);
    } catch (Unbuildable e) {
      fault = e.fault();
    }
  }

  /** Shapes read so far. */
  int count() {
    return read;
  }

  @Nullable Geometry geometry() {
    return geometry;
  }

  @Nullable Fault fault() {
    return fault;
  }

  private static FeatureFileException truncated(Member member) {
    return new FeatureFileException(
        "file.truncated", "图形文件 " + member.fileName() + " 不完整：比文件头写明的短，请重新获取后再试");
  }

  private static FeatureFileException broken(Member member) {
    return new FeatureFileException(
        "file.broken", "图形文件 " + member.fileName() + " 已损坏，不是合规的 .shp，请重新获取后再试");
  }

  @Override
  public void close() throws IOException {
    try (feed) {
      if (channel != null) {
        channel.close();
      }
    } finally {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    }
  }
}
