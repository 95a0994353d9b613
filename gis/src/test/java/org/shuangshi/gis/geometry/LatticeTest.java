package org.shuangshi.gis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LatticeTest {

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  @Test
  void anOrdinateOnTheLatticeIsTheDoubleOfItsDecimal() {
    assertThat(Lattice.round(121.473_700_004_9)).isEqualTo(121.4737);
    assertThat(Lattice.round(31.230_412_345)).isEqualTo(31.23041234);
    assertThat(Lattice.round(-0.000_000_006)).isEqualTo(-0.00000001);
  }

  @Test
  void roundingTwiceChangesNothing() throws ParseException {
    Geometry once = Lattice.round(geometry("LINESTRING (0.123456789 1.987654321, 1 1)"));
    assertThat(once.toText()).isEqualTo("LINESTRING (0.12345679 1.98765432, 1 1)");
    assertThat(Lattice.isOn(once)).isTrue();
    assertThat(Lattice.isOn(geometry("POINT (0.123456789 0)"))).isFalse();
  }

  @Test
  void saysWhenRoundingBreaksAValidPolygon() throws ParseException {
    // Its third vertex is less than half a step above the edge between the others.
    Geometry sliver = geometry("POLYGON ((0 0, 0.00001 0, 0.00001 0.000000004, 0 0))");
    assertThat(sliver.isValid()).isTrue();
    assertThat(Lattice.roundChecked(sliver).fault().map(Fault::code))
        .contains("geometry.too-few-points");
  }

  @Test
  void doesNotBlameRoundingForWhatWasBrokenBefore() throws ParseException {
    assertThat(Lattice.roundChecked(geometry("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")).fault())
        .isEmpty();
  }
}
