package org.shuangshi.intake.keyring;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file sealed as it is written and opened as it is read, whatever its size.
 *
 * <pre>{@code
 * try (OutputStream out = SealedFile.writing(ring, Files.newOutputStream(path), "export:12")) {…}
 * }</pre>
 *
 * <p>It is a row of pieces, each its length (4 bytes) and a sealed value of {@link KeyRing} of up
 * to 64 KiB. A piece is bound to the file, to its number and to whether it is the last: pieces that
 * were changed, moved, left out or cut off do not open. What was read before such a place is right;
 * only at the end of the stream is it known that nothing is missing.
 */
public final class SealedFile {
  private static final int PIECE = 64 * 1024;

  /** Of a piece: number of the key, nonce and tag. */
  private static final int BESIDE = 4 + 12 + 16;

  private SealedFile() {}

  /**
   * What is written is sealed; whole once it is closed, and not before.
   *
   * @param bound which file it is, as {@code export:12}
   */
  public static OutputStream writing(KeyRing ring, OutputStream to, String bound) {
    return new Writing(ring, to, bound);
  }

  /**
   * What was sealed, opened. Reading throws an IOException where it was changed or cut off, or is
   * another file.
   */
  public static InputStream reading(KeyRing ring, InputStream from, String bound)
      throws IOException {
    return new Reading(ring, from, bound);
  }

  private static String place(String bound, long number, boolean last) {
    return bound + " " + number + (last ? " last" : " more");
  }

  private static final class Writing extends OutputStream {
    private final KeyRing ring;
    private final DataOutputStream to;
    private final String bound;
    private final byte[] piece = new byte[PIECE];
    private int held;
    private long number;
    private boolean closed;

    Writing(KeyRing ring, OutputStream to, String bound) {
      this.ring = ring;
      this.to = new DataOutputStream(to);
      this.bound = bound;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, bytes.length);
      int done = 0;
      while (done < length) {
        if (held == PIECE) {
          put(false); // not before more comes: the last piece is told by being it
        }
        int some = Math.min(PIECE - held, length - done);
        System.arraycopy(bytes, from + done, piece, held, some);
        held += some;
        done += some;
      }
    }

    private void put(boolean last) throws IOException {
      byte[] sealed =
          ring.seal(Purpose.FILE, Arrays.copyOf(piece, held), place(bound, number, last));
      to.writeInt(sealed.length);
      to.write(sealed);
      held = 0;
      number++;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (to) {
        put(true);
      }
    }
  }

  private static final class Reading extends FilterInputStream {
    private static final int END = -1;

    private final KeyRing ring;
    private final DataInputStream from;
    private final String bound;
    private byte[] piece = new byte[0];
    private int at;
    private long number;

    /** Length of the next sealed piece; {@link #END}: there is none. */
    private int next;

    Reading(KeyRing ring, InputStream from, String bound) throws IOException {
      super(from);
      this.ring = ring;
      this.from = new DataInputStream(from);
      this.bound = bound;
      this.next = length();
      if (next == END) {
        throw new IOException("not a sealed file: " + bound);
      }
    }

    private int length() throws IOException {
      byte[] bytes = from.readNBytes(Integer.BYTES);
      if (bytes.length == 0) {
        return END;
      }
      int length = bytes.length < Integer.BYTES ? END : java.nio.ByteBuffer.wrap(bytes).getInt();
      if (length < BESIDE || length > PIECE + BESIDE) {
        throw new IOException("not a sealed file: " + bound);
      }
      return length;
    }

    private boolean fill() throws IOException {
      while (at == piece.length) {
        if (next == END) {
          return false;
        }
        byte[] sealed = from.readNBytes(next);
        if (sealed.length < next) {
          throw new IOException("a sealed file was cut off: " + bound);
        }
        next = length();
        try {
          piece = ring.open(Purpose.FILE, sealed, place(bound, number, next == END));
        } catch (IllegalStateException e) {
          throw new IOException("a sealed file was changed, cut off, or is another: " + bound, e);
        }
        at = 0;
        number++;
      }
      return true;
    }

    @Override
    public int read() throws IOException {
      return fill() ? piece[at++] & 0xff : END;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return END;
      }
      int some = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, some);
      at += some;
      return some;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = 0;
      while (skipped < count && fill()) {
        int some = (int) Math.min(count - skipped, piece.length - at);
        at += some;
        skipped += some;
      }
      return skipped;
    }

    @Override
    public int available() {
      return piece.length - at;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
