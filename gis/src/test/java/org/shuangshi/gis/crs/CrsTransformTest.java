package org.shuangshi.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CrsTransformTest {

  private static final double MILLIMETRE_DEGREES = 1e-8;
  private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

  /** The Oriental Pearl side of People's Square, Shanghai, in CGCS2000. */
  private static final Coordinate SHANGHAI = new Coordinate(121.4737, 31.2304);

  private static Coordinate move(int from, int to, double x, double y) throws CrsException {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(x, y));
    return CrsTransform.between(new Crs(from), new Crs(to)).apply(point).getCoordinate();
  }

  /** Expected: cs2cs of PROJ 9.1.1, {@code echo 31.2304 121.4737 | cs2cs EPSG:4490 EPSG:n}. */
  @ParameterizedTest
  @CsvSource({
    "4528, 40640412.3150366247, 3457455.4885821198",
    "4549, 640412.3150366272, 3457455.4885821198",
    "4498, 20926428.4050130583, 3465161.6641902551",
    "4509, 926428.4050130581, 3465161.6641902551",
    "32651, 354633.6489925435, 3456140.5296415724",
    "3857, 13522390.4287748747, 3662707.2570504029",
    "4326, 121.4737, 31.2304",
  })
  void agreesWithProjBothWays(int epsg, double x, double y) throws CrsException {
    double tolerance = epsg == 4326 ? MILLIMETRE_DEGREES : TENTH_OF_A_MILLIMETRE;
    // PROJ leaves the 0.1 mm between the two ellipsoids out of account.
    double towardsWgs84 = epsg == 4326 || epsg == 3857 || epsg == 32651 ? 3 : 1;
    Coordinate there = move(4490, epsg, SHANGHAI.x, SHANGHAI.y);
    assertThat(there.x).isCloseTo(x, within(towardsWgs84 * tolerance));
    assertThat(there.y).isCloseTo(y, within(towardsWgs84 * tolerance));
    Coordinate back = move(epsg, 4490, x, y);
    assertThat(back.x).isCloseTo(SHANGHAI.x, within(MILLIMETRE_DEGREES));
    assertThat(back.y).isCloseTo(SHANGHAI.y, within(MILLIMETRE_DEGREES));
  }

  @Test
  void everyGaussKrugerZoneComesBackAndHasTheMeridianItIsKnownBy() throws CrsException {
    List<Integer> codes = IntStream.rangeClosed(4491, 4554).boxed().toList();
    for (int epsg : codes) {
      KnownSystem known = KnownSystem.of(epsg).orElseThrow();
      double meridian = known.projection().centralMeridian();
      Coordinate there = move(4490, epsg, meridian, 30);
      assertThat(there.x)
          .as("EPSG:%d", epsg)
          .isCloseTo(known.projection().falseEasting(), within(TENTH_OF_A_MILLIMETRE));
      Coordinate back = move(epsg, 4490, there.x, there.y);
      assertThat(back.distance(new Coordinate(meridian, 30))).isLessThan(MILLIMETRE_DEGREES);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4610, 2327, 2349, 2390, 4214, 2401, 2442, 21413, 21463, 4555, 4269, 4611})
  void refusesDatumsWithoutPublicShift(int epsg) {
    assertThatThrownBy(() -> CrsTransform.between(new Crs(epsg), Crs.CGCS2000))
        .isInstanceOfSatisfying(
            CrsException.class, e -> assertThat(e.code()).isEqualTo("crs.no-datum-shift"));
    assertThatThrownBy(() -> CrsTransform.between(Crs.CGCS2000, new Crs(epsg)))
        .isInstanceOf(CrsException.class);
  }

  @Test
  void namesTheSystemsItRefusesInChinese() {
    assertThatThrownBy(() -> CrsTransform.between(new Crs(2384), Crs.CGCS2000))
        .hasMessageContaining("西安80 高斯-克吕格 3度带 中央经线117°E (EPSG:2384)")
        .hasMessageContaining("CGCS2000 经纬度 (EPSG:4490)");
  }

  @Test
  void namesAnUnknownCode() {
    assertThatThrownBy(() -> CrsTransform.between(new Crs(999_999), Crs.CGCS2000))
        .isInstanceOfSatisfying(
            CrsException.class, e -> assertThat(e.code()).isEqualTo("crs.unknown"));
    assertThatThrownBy(() -> CrsTransform.between(new Crs(999_999), new Crs(999_999)))
        .isInstanceOf(CrsException.class);
  }

  @Test
  void keepsStructureHeightAndTheArgument() throws CrsException, ParseException {
    Geometry before =
        new WKTReader()
            .read(
                "GEOMETRYCOLLECTION Z (POINT Z (500000 3450000 12), POLYGON EMPTY,"
                    + " LINESTRING Z (500000 0 1, 500000 1000 2))");
    String text = before.toText();
    Geometry after = CrsTransform.between(new Crs(4549), Crs.CGCS2000).apply(before);
    assertThat(before.toText()).isEqualTo(text);
    assertThat(after.getNumGeometries()).isEqualTo(3);
    assertThat(after.getGeometryN(1).isEmpty()).isTrue();
    assertThat(after.getCoordinates()[0].x).isCloseTo(120, within(MILLIMETRE_DEGREES));
    assertThat(after.getCoordinates()[0].getZ()).isEqualTo(12);
    assertThat(after.getEnvelopeInternal().getMaxX()).isCloseTo(120, within(1e-7));
  }

  @Test
  void sameSystemIsTheSameNumbers() throws CrsException {
    assertThat(move(4490, 4490, 121.123456789, 31.1))
        .isEqualTo(new Coordinate(121.123456789, 31.1));
  }
}
