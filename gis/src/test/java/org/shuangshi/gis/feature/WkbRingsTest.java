package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class WkbRingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "POLYGON EMPTY",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 3, 5 3, 5 4, 4 3))",
        "POLYGON Z ((0 0 1, 9 0 2, 9 9 3, 0 0 1))",
        "GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0))))"
      })
  void whatIsClosedPassesInEitherByteOrder(String wkt) throws Exception {
    Geometry geometry = new WKTReader().read(wkt);
    int dimension = wkt.contains("Z") ? 3 : 2;
    for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
      byte[] plain = new WKBWriter(dimension, order).write(geometry);
      assertThatCode(() -> WkbRings.require(plain, 0)).doesNotThrowAnyException();
      byte[] marked = new WKBWriter(dimension, order, true).write(geometry);
      assertThatCode(() -> WkbRings.require(marked, 0)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, geometry.ring-not-closed",
    "1003, 3, geometry.ring-not-closed",
    "3003, 4, geometry.ring-not-closed"
  })
  void anOpenRingIsNamedWithItsEnd(int type, int ordinates, String code) {
    ByteBuffer wkb =
        ByteBuffer.allocate(13 + 4 * ordinates * 8).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1);
    wkb.putInt(type).putInt(1).putInt(4);
    for (double[] at : new double[][] {{0, 0}, {9, 0}, {9, 9}, {0, 9}}) {
      wkb.putDouble(at[0]).putDouble(at[1]);
      for (int i = 2; i < ordinates; i++) {
        wkb.putDouble(7);
      }
    }
    Unbuildable refused =
        catchThrowableOfType(Unbuildable.class, () -> WkbRings.require(wkb.array(), 0));
    assertThat(refused.fault().code()).isEqualTo(code);
    assertThat(String.valueOf(refused.fault().at())).isEqualTo("(0.0, 9.0, NaN)");
  }

  @Test
  void whatEndsTooEarlyIsLeftToTheReader() throws Exception {
    byte[] wkb = new WKBWriter().write(new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 0))"));
    for (int length = 0; length < wkb.length; length++) {
      byte[] cut = Arrays.copyOf(wkb, length);
      assertThatCode(() -> WkbRings.require(cut, 0)).doesNotThrowAnyException();
    }
  }
}
