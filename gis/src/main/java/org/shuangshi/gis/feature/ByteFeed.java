package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream in blocks, with the next bytes at hand as a little-endian buffer.
 *
 * <p>Ask with {@link #has}, look at {@link #bytes} from {@link #at} on, go on with {@link #skip}.
 */
final class ByteFeed implements Closeable {

  private final InputStream in;
  private byte[] array = new byte[1 << 18];
  private ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  private int at;
  private int end;
  private long passed;

  ByteFeed(InputStream in) {
    this.in = in;
  }

  /** Whether n more bytes are there; after true they stand in {@link #bytes} at {@link #at}. */
  boolean has(int n) throws IOException {
    if (end - at >= n) {
      return true;
    }
    byte[] to = n > array.length ? new byte[Math.max(n, 2 * array.length)] : array;
    System.arraycopy(array, at, to, 0, end - at);
    if (to != array) {
      array = to;
      bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }
    passed += at;
    end -= at;
    at = 0;
    while (end < n) {
      int got = in.read(array, end, array.length - end);
      if (got < 0) {
        return false;
      }
      end += got;
    }
    return true;
  }

  ByteBuffer bytes() {
    return bytes;
  }

  byte[] array() {
    return array;
  }

  int at() {
    return at;
  }

  /** Bytes passed since the start of the stream. */
  long position() {
    return passed + at;
  }

  /** Passes n bytes; false where the stream ends before. */
  boolean skip(long n) throws IOException {
    long left = n;
    while (left > 0) {
      int step = (int) Math.min(left, 1 << 16);
      if (!has(step)) {
        return false;
      }
      at += step;
      left -= step;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
