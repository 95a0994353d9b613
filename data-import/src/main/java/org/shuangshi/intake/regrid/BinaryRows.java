package org.shuangshi.intake.regrid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;
import org.shuangshi.intake.covering.Covering;

/**
 * Rows of a COPY in PostgreSQL's binary format. One buffer a row, as the server sends them: columns
 * are read in order.
 */
final class BinaryRows implements AutoCloseable {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};

  /** Day of a date that is infinity, or missing. */
  static final int NO_END = Covering.NO_END;

  private final CopyOut copy;

  BinaryRows(CopyOut copy) {
    this.copy = copy;
  }

  /** Takes a row: as many columns as it has, in order. */
  interface Taker {
    void take(BinaryRows.Row row);
  }

  void all(Taker taker) throws SQLException, IOException {
    Row row = new Row();
    boolean first = true;
    for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      if (first) {
        first = false;
        skipHead(buffer);
      }
      while (buffer.remaining() >= 2) {
        if (buffer.getShort() < 0) {
          break; // the trailer
        }
        row.columns = buffer;
        taker.take(row);
      }
    }
  }

  private static void skipHead(ByteBuffer buffer) throws IOException {
    byte[] signature = new byte[SIGNATURE.length];
    buffer.get(signature);
    if (!java.util.Arrays.equals(signature, SIGNATURE)) {
      throw new IOException("no binary COPY");
    }
    buffer.getInt();
    buffer.position(buffer.getInt() + buffer.position());
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  /** The columns of one row. */
  static final class Row {
    private @Nullable ByteBuffer columns;

    private ByteBuffer next(int bytes) {
      ByteBuffer buffer = java.util.Objects.requireNonNull(columns);
      int length = buffer.getInt();
      if (length != bytes) {
        throw new IllegalStateException("a column of " + length + " bytes, not " + bytes);
      }
      return buffer;
    }

    long wide() {
      return next(Long.BYTES).getLong();
    }

    /** Goes into a column of the database's own type of points: x and y follow. */
    Row point() {
      next(2 * Double.BYTES);
      return this;
    }

    /** Of a point: x, then y. */
    double ordinate() {
      return java.util.Objects.requireNonNull(columns).getDouble();
    }

    boolean flag() {
      return next(1).get() != 0;
    }

    /** Days since 2000-01-01; {@link #NO_END} for infinity and null. */
    int day() {
      ByteBuffer buffer = java.util.Objects.requireNonNull(columns);
      return buffer.getInt() < 0 ? NO_END : buffer.getInt();
    }
  }
}
