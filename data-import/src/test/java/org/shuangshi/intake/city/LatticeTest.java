package org.shuangshi.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class LatticeTest {

  /**
   * Sixteen squares but two inside that touch in a corner: the ground of one estate around others.
   */
  @Test
  void holesThatTouchInACornerStayTwo() {
    List<Geometry> squares = new ArrayList<>();
    for (int x = 0; x < 4; x++) {
      for (int y = 0; y < 4; y++) {
        if (x != y || x == 0 || x == 3) {
          squares.add(
              Lattice.WHOLE.toGeometry(new Envelope(10 * x, 10 * x + 10, 10 * y, 10 * y + 10)));
        }
      }
    }
    Geometry union = Lattice.union(squares.toArray(Geometry[]::new));
    assertThat(union.isValid()).isTrue();
    assertThat(union.getArea()).isEqualTo(1400);
    assertThat(((Polygon) union).getNumInteriorRing()).isEqualTo(2);
  }
}
