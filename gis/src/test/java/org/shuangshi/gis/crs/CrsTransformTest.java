package org.shuangshi.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsTransformTest {

  /** A millimetre in degrees. */
  private static final double MILLIMETRE_DEGREES = 1e-8;

  private static Geometry point(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }

  /** Expected values: gdaltransform of GDAL 3.6.2 with PROJ 9.1.1. */
  @ParameterizedTest
  @CsvSource({
    "4549, 642857.12, 3454444.5, 121.49892365486, 31.2029556962662",
  })
  void agreesWithProj(int epsg, double x, double y, double lon, double lat) throws CrsException {
    Coordinate at =
        CrsTransform.between(new Crs(epsg), Crs.CGCS2000).apply(point(x, y)).getCoordinate();
    assertThat(at.x).isCloseTo(lon, within(MILLIMETRE_DEGREES));
    assertThat(at.y).isCloseTo(lat, within(MILLIMETRE_DEGREES));
  }

  @ParameterizedTest
  @ValueSource(ints = {4610, 2327, 2390, 4214, 2401, 2442, 21413, 21463, 4269, 4611})
  void refusesDatumsWithoutPublicShift(int epsg) {
    assertThatThrownBy(() -> CrsTransform.between(new Crs(epsg), Crs.CGCS2000))
        .isInstanceOfSatisfying(
            CrsException.class, e -> assertThat(e.code()).isEqualTo("crs.no-datum-shift"));
  }

  @Test
  void namesAnUnknownCode() {
    assertThatThrownBy(() -> CrsTransform.between(new Crs(999_999), Crs.CGCS2000))
        .isInstanceOfSatisfying(
            CrsException.class, e -> assertThat(e.code()).isEqualTo("crs.unknown"));
  }

  @Test
  void wgs84IsCgcs2000ToAMillimetre() throws CrsException {
    Coordinate at =
        CrsTransform.between(Crs.WGS84, Crs.CGCS2000).apply(point(121.5, 31.2)).getCoordinate();
    assertThat(at.x).isCloseTo(121.5, within(MILLIMETRE_DEGREES));
    assertThat(at.y).isCloseTo(31.2, within(MILLIMETRE_DEGREES));
  }
}
