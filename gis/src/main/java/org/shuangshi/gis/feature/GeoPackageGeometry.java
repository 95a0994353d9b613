package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.shuangshi.gis.geometry.FaultCode;

/** The geometry blob of GeoPackage: a header and WKB (GeoPackage 1.3, 2.1.3). */
final class GeoPackageGeometry {

  private static final int EMPTY = 0x10;
  private static final int EXTENDED = 0x20;
  private static final int LITTLE_ENDIAN = 0x01;
  private static final int XY_ENVELOPE = 1 << 1;

  /** Bytes of the envelope by its indicator: none, xy, xyz, xym, xyzm. */
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private final WKBReader reader = new WKBReader();
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  Geometry read(byte[] blob) throws Unbuildable {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new Unbuildable(FaultCode.UNREADABLE, null);
    }
    int flags = blob[3];
    int envelope = (flags >> 1) & 7;
    if ((flags & EXTENDED) != 0) {
      throw new Unbuildable(FaultCode.UNSUPPORTED, null);
    }
    if (envelope >= ENVELOPE_BYTES.length || blob.length < 8 + ENVELOPE_BYTES[envelope]) {
      throw new Unbuildable(FaultCode.UNREADABLE, null);
    }
    WkbRings.require(blob, 8 + ENVELOPE_BYTES[envelope]);
    try {
      return reader.read(Arrays.copyOfRange(blob, 8 + ENVELOPE_BYTES[envelope], blob.length));
    } catch (ParseException | IllegalArgumentException e) {
      throw Unbuildable.of(e);
    }
  }

  byte[] write(Geometry geometry, int srsId) {
    byte[] wkb = writer.write(geometry);
    boolean empty = geometry.isEmpty();
    boolean envelope = !empty && !(geometry instanceof Point);
    ByteBuffer blob =
        ByteBuffer.allocate(8 + (envelope ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (LITTLE_ENDIAN | (empty ? EMPTY : 0) | (envelope ? XY_ENVELOPE : 0)));
    blob.putInt(srsId);
    if (envelope) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }
}
