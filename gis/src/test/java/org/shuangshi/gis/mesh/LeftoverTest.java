package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.gis.mesh.Sketch.box;
import static org.shuangshi.gis.mesh.Sketch.faces;
import static org.shuangshi.gis.mesh.Sketch.numbered;
import static org.shuangshi.gis.mesh.Sketch.polygon;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class LeftoverTest {

  /** Three boxes wide, with the corners of the boxes. */
  private static final Polygon COMMUNITY =
      polygon(
          0, 0, 10_000, 0, 20_000, 0, 30_000, 0, 30_000, 10_000, 20_000, 10_000, 10_000, 10_000, 0,
          10_000);

  private static final Polygon WEST = box(0, 0, 10_000, 10_000);
  private static final Polygon EAST = box(20_000, 0, 30_000, 10_000);

  private static Mesh withGap() {
    return Mesh.of(faces(2), numbered(WEST, EAST), Map.of(1L, COMMUNITY))
        .ifAccepted()
        .orElseThrow();
  }

  @Test
  void groundInNoGridIsAFaceOfItsOwn() {
    Mesh mesh = withGap();

    assertThat(mesh.faces().keySet()).containsExactly(-1L, 1L, 2L);
    assertThat(mesh.faces().get(-1L))
        .isEqualTo(new Face(-1, 1, false, Face.Ground.LEFTOVER, List.of()));
    assertThat(mesh.polygon(-1).equalsTopo(box(10_000, 0, 20_000, 10_000))).isTrue();
    assertThat(mesh.polygon(1).equalsExact(WEST)).isTrue();
    assertThat(mesh.region(1).norm().equalsExact(COMMUNITY.norm())).isTrue();
  }

  @Test
  void aCommunityThatIsFilledHasNone() {
    Outcome outcome =
        Mesh.of(
            faces(3), numbered(WEST, box(10_000, 0, 20_000, 10_000), EAST), Map.of(1L, COMMUNITY));

    assertThat(outcome.ifAccepted().orElseThrow().faces().keySet()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void twoGapsAreTwoFacesFromWestToEast() {
    Mesh mesh =
        Mesh.of(faces(1), numbered(box(10_000, 0, 20_000, 10_000)), Map.of(1L, COMMUNITY))
            .ifAccepted()
            .orElseThrow();

    assertThat(mesh.polygon(-1).equalsTopo(WEST)).isTrue();
    assertThat(mesh.polygon(-2).equalsTopo(EAST)).isTrue();
  }

  @Test
  void aGridWithinLeavesARingOfLeftover() {
    Polygon within = box(12_000, 4_000, 18_000, 6_000);
    Mesh mesh =
        Mesh.of(faces(1), numbered(within), Map.of(1L, COMMUNITY)).ifAccepted().orElseThrow();

    assertThat(mesh.polygon(-1).equalsTopo(COMMUNITY.difference(within))).isTrue();
  }

  @Test
  void leftoverGoesToTheNeighbourNamed() {
    Mesh filled = withGap().apply(new Edit.Fill(-1, 2), false).ifAccepted().orElseThrow();

    assertThat(filled.faces().keySet()).containsExactly(1L, 2L);
    assertThat(filled.polygon(2).equalsTopo(box(10_000, 0, 30_000, 10_000))).isTrue();
    assertThat(filled.region(1).norm().equalsExact(COMMUNITY.norm())).isTrue();
  }

  @Test
  void partOfLeftoverIsTakenByCarving() {
    Mesh mesh =
        withGap()
            .apply(new Edit.Carve(box(10_000, 0, 14_000, 10_000), 1), false)
            .ifAccepted()
            .orElseThrow();

    assertThat(mesh.polygon(1).equalsTopo(box(0, 0, 14_000, 10_000))).isTrue();
    assertThat(mesh.polygon(-1).equalsTopo(box(14_000, 0, 20_000, 10_000))).isTrue();
  }

  @Test
  void leftoverCarvedWhollyIsNoMore() {
    Mesh mesh =
        withGap()
            .apply(new Edit.Carve(box(10_000, 0, 20_000, 10_000), 7), false)
            .ifAccepted()
            .orElseThrow();

    assertThat(mesh.faces().keySet()).containsExactly(1L, 2L, 7L);
  }

  @Test
  void fillingAsksForANeighbourOfTheSameCommunity() {
    Polygon beyond = box(30_000, 0, 40_000, 10_000);
    Mesh mesh =
        Mesh.of(
                List.of(new Face(1, 1, false), new Face(2, 1, false), new Face(3, 2, false)),
                numbered(box(0, 0, 10_000, 10_000), box(10_000, 0, 20_000, 10_000), beyond),
                Map.of(1L, COMMUNITY))
            .ifAccepted()
            .orElseThrow();

    assertThat(refusal(mesh, new Edit.Fill(-1, 1))).isEqualTo(MeshFault.Kind.NOT_NEIGHBOURS);
    assertThat(refusal(mesh, new Edit.Fill(-1, 3))).isEqualTo(MeshFault.Kind.OTHER_COMMUNITY);
    assertThat(refusal(mesh, new Edit.Fill(-1, 9))).isEqualTo(MeshFault.Kind.NO_SUCH_GRID);
    assertThat(refusal(mesh, new Edit.Merge(2, -1))).isEqualTo(MeshFault.Kind.NO_SUCH_GRID);
  }

  @Test
  void aGridOutsideItsCommunityIsRefused() {
    Outcome outcome =
        Mesh.of(faces(1), numbered(box(40_000, 0, 50_000, 10_000)), Map.of(1L, COMMUNITY));

    assertThat(outcome.ifRefused().orElseThrow().kind()).isEqualTo(MeshFault.Kind.OUTSIDE);
  }

  @Test
  void aGridOfAnotherCommunityWithinIsRefused() {
    Outcome outcome =
        Mesh.of(
            List.of(new Face(1, 1, false), new Face(2, 2, false)),
            numbered(WEST, box(10_000, 0, 20_000, 10_000)),
            Map.of(1L, COMMUNITY));

    assertThat(outcome.ifRefused().orElseThrow().kind()).isEqualTo(MeshFault.Kind.OUTSIDE);
  }

  @Test
  void aCarvedAreaThatSticksOutIsRefusedHoweverLittleOfItDoes() {
    // Of 300,000 steps of outline only a corner of 30 by 30 lies beyond.
    Polygon area =
        polygon(
            100, 100, 90_000, 100, 90_000, 59_000, 100_030, 59_000, 100_030, 59_030, 90_000, 59_030,
            90_000, 60_000, 100, 60_000);
    Mesh mesh = Sketch.mesh(box(0, 0, 100_000, 100_000));
    MeshFault fault = mesh.apply(new Edit.Carve(area, 9), false).ifRefused().orElseThrow();

    assertThat(fault.kind()).isEqualTo(MeshFault.Kind.OUTSIDE);
    assertThat(Step.of(fault.at()).x()).isGreaterThan(Sketch.step(100_000, 0).x());
  }

  private static MeshFault.Kind refusal(Mesh mesh, Edit edit) {
    return mesh.apply(edit, false).ifRefused().orElseThrow().kind();
  }
}
