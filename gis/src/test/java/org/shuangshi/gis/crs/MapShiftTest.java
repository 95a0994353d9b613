package org.shuangshi.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MapShiftTest {

  private static Coordinate move(CrsTransform transform, double lon, double lat) {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
    return transform.apply(point).getCoordinate();
  }

  /** Pairs that the published implementations agree on (eviltransform, coordtransform). */
  @ParameterizedTest
  @CsvSource({
    "GCJ02, 121.4737, 31.2304, 121.4782083, 31.2284666",
    "GCJ02, 116.404, 39.915, 116.41024449916938, 39.91640428150164",
  })
  void movesAsTheMapsDo(MapShift shift, double lon, double lat, double mapLon, double mapLat) {
    Coordinate there = move(shift.toMap(), lon, lat);
    assertThat(there.x).isCloseTo(mapLon, within(1e-4));
    assertThat(there.y).isCloseTo(mapLat, within(1e-4));
  }

  /** The step from GCJ-02 to BD-09 alone, as published: 116.404, 39.915 becomes this. */
  @Test
  void baiduMovesOnceMore() {
    Coordinate wgs = move(MapShift.GCJ02.fromMap(), 116.404, 39.915);
    Coordinate baidu = move(MapShift.BD09.toMap(), wgs.x, wgs.y);
    assertThat(baidu.x).isCloseTo(116.41036949371029, within(1e-8));
    assertThat(baidu.y).isCloseTo(39.92133699351021, within(1e-8));
  }

  @ParameterizedTest
  @EnumSource
  void comesBackToABillionthOfADegreeAllOverChina(MapShift shift) {
    Random random = new Random(1);
    double most = 0;
    for (int i = 0; i < 20_000; i++) {
      double lon = 73 + 62 * random.nextDouble();
      double lat = 18 + 35 * random.nextDouble();
      Coordinate there = move(shift.toMap(), lon, lat);
      Coordinate back = move(shift.fromMap(), there.x, there.y);
      most = Math.max(most, Math.max(Math.abs(back.x - lon), Math.abs(back.y - lat)));
      double metres =
          111_320 * Math.hypot((there.x - lon) * Math.cos(Math.toRadians(lat)), there.y - lat);
      assertThat(metres).isBetween(10.0, 2500.0);
    }
    assertThat(most).isLessThan(1e-9);
  }
}
