package org.shuangshi.gis.feature;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.geometry.FaultCode;

/**
 * Whether the rings of WKB end where they begin and have their four points: the JTS reader closes
 * and fills those that do not, and says nothing.
 *
 * <p>Not looked at: all else. What ends too early or is of an unknown type is left to that reader.
 */
final class WkbRings {
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  /** ISO 19125 counts Z from 1000, M from 2000, both from 3000. */
  private static final int ISO = 1000;

  private static final int FEWEST_POINTS = 4;

  private final ByteBuffer wkb;

  private WkbRings(ByteBuffer wkb) {
    this.wkb = wkb;
  }

  /** Goes on where they do. */
  static void require(byte[] blob, int from) throws Unbuildable {
    try {
      new WkbRings(ByteBuffer.wrap(blob, from, blob.length - from)).geometry();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // the reader says what it misses
    }
  }

  private void geometry() throws Unbuildable {
    wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = wkb.getInt();
    if ((type & EWKB_SRID) != 0) {
      wkb.getInt();
    }
    int plain = type & 0xFFFF;
    int iso = plain / ISO;
    boolean z = (type & EWKB_Z) != 0 || iso == 1 || iso == 3;
    boolean m = (type & EWKB_M) != 0 || iso == 2 || iso == 3;
    int pointBytes = Double.BYTES * (2 + (z ? 1 : 0) + (m ? 1 : 0));
    switch (plain % ISO) {
      case 1 -> skip(pointBytes);
      case 2 -> skip((long) wkb.getInt() * pointBytes);
      case 3 -> rings(pointBytes);
      case 4, 5, 6, 7 -> {
        for (int left = wkb.getInt(); left > 0; left--) {
          geometry();
        }
      }
      default -> throw new IllegalArgumentException();
    }
  }

  private void rings(int pointBytes) throws Unbuildable {
    for (int left = wkb.getInt(); left > 0; left--) {
      int points = wkb.getInt();
      if (points <= 0) {
        continue;
      }
      Coordinate first = at(wkb.position());
      skip((long) (points - 1) * pointBytes);
      Coordinate last = at(wkb.position());
      skip(pointBytes);
      if (points < FEWEST_POINTS) {
        throw new Unbuildable(FaultCode.TOO_FEW_POINTS, first);
      }
      if (!first.equals2D(last)) {
        throw new Unbuildable(FaultCode.RING_NOT_CLOSED, last);
      }
    }
  }

  private Coordinate at(int position) {
    if (position + 2 * Double.BYTES > wkb.limit()) {
      throw new BufferUnderflowException();
    }
    return new Coordinate(wkb.getDouble(position), wkb.getDouble(position + Double.BYTES));
  }

  private void skip(long bytes) {
    if (bytes < 0 || bytes > wkb.remaining()) {
      throw new BufferUnderflowException();
    }
    wkb.position(wkb.position() + (int) bytes);
  }
}
