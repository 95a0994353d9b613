package org.shuangshi.intake.city.dirt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Blobs of a GeoPackage (1.3, 2.1.3) that hold no geometry, made byte by byte. */
final class Blobs {
  private static final int CGCS2000 = 4490;
  private static final int POINT = 1;
  private static final int POLYGON = 3;
  private static final int CURVE_POLYGON = 10;

  private Blobs() {}

  /** Three sides, and the fourth left out. */
  static byte[] open(Geometry sound) {
    Envelope box = sound.getEnvelopeInternal();
    return ring(
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY(),
        box.getMinX(),
        box.getMaxY());
  }

  /** There and back. */
  static byte[] twoPoints(Geometry sound) {
    Envelope box = sound.getEnvelopeInternal();
    return ring(
        box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), box.getMinX(), box.getMinY());
  }

  static byte[] notANumber(Geometry sound) {
    Envelope box = sound.getEnvelopeInternal();
    return ring(
        box.getMinX(),
        box.getMinY(),
        Double.NaN,
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY(),
        box.getMinX(),
        box.getMinY());
  }

  static byte[] point(Geometry sound) {
    return blob(
        POINT, 2, at -> at.putDouble(sound.getCoordinate().x).putDouble(sound.getCoordinate().y));
  }

  static byte[] curve(Geometry sound) {
    byte[] blob = open(sound);
    blob[9] = CURVE_POLYGON;
    return blob;
  }

  static byte[] cutOff(Geometry sound) {
    byte[] blob = open(sound);
    return Arrays.copyOf(blob, blob.length - 20);
  }

  private static byte[] ring(double... ordinates) {
    return blob(
        POLYGON,
        1 + ordinates.length, // two counts before them
        at -> {
          at.putInt(1).putInt(ordinates.length / 2);
          for (double each : ordinates) {
            at.putDouble(each);
          }
        });
  }

  /** The head of a blob and of its WKB, and what stands behind them. */
  private static byte[] blob(int type, int doubles, Consumer<ByteBuffer> rest) {
    byte[] bytes = new byte[8 + 5 + doubles * Double.BYTES];
    ByteBuffer blob = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(CGCS2000);
    blob.put((byte) 1).putInt(type);
    rest.accept(blob);
    return bytes;
  }
}
