package org.shuangshi.intake.regrid;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyOut;
import org.shuangshi.intake.covering.Covering;

/**
 * Rows of a COPY in PostgreSQL's binary format, as the server sends them: columns are read in
 * order. Nothing is made anew for a row.
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
      row.bytes = bytes;
      row.at = 0;
      if (first) {
        first = false;
        row.skipHead();
      }
      while (row.at + Short.BYTES <= bytes.length && row.count() >= 0) { // the trailer counts -1
        taker.take(row);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  /** The columns of one row. */
  static final class Row {
    private static final VarHandle SHORT =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = {};
    private int at;

    private void skipHead() throws IOException {
      if (!Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
        throw new IOException("no binary COPY");
      }
      at = SIGNATURE.length + Integer.BYTES; // flags: none that concern columns
      at += Integer.BYTES + (int) INT.get(bytes, at);
    }

    private int count() {
      at += Short.BYTES;
      return (short) SHORT.get(bytes, at - Short.BYTES);
    }

    private int length() {
      at += Integer.BYTES;
      return (int) INT.get(bytes, at - Integer.BYTES);
    }

    /** Goes past a column that is null, and past nothing else. */
    private boolean isNull() {
      if ((int) INT.get(bytes, at) >= 0) {
        return false;
      }
      at += Integer.BYTES;
      return true;
    }

    private void next(int expected) {
      int length = length();
      if (length != expected) {
        throw new IllegalStateException("a column of " + length + " bytes, not " + expected);
      }
    }

    private long eight() {
      at += Long.BYTES;
      return (long) LONG.get(bytes, at - Long.BYTES);
    }

    long wide() {
      next(Long.BYTES);
      return eight();
    }

    /** As {@link #wide()}, 0 where null. */
    long wideOrNone() {
      return isNull() ? 0 : wide();
    }

    /** Goes into a column of the database's own type of points: x and y follow. */
    Row point() {
      next(2 * Double.BYTES);
      return this;
    }

    /** Of a point: x, then y. */
    double ordinate() {
      return Double.longBitsToDouble(eight());
    }

    /** Goes past a column; whether it was not null. */
    boolean isThere() {
      if (isNull()) {
        return false;
      }
      int length = length();
      at += length;
      return true;
    }

    /** Days since 2000-01-01; {@link #NO_END} for infinity and null. */
    int day() {
      if (isNull()) {
        return NO_END;
      }
      next(Integer.BYTES);
      at += Integer.BYTES;
      return (int) INT.get(bytes, at - Integer.BYTES);
    }
  }
}
