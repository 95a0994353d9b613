package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.gis.mesh.Sketch.box;
import static org.shuangshi.gis.mesh.Sketch.edge;
import static org.shuangshi.gis.mesh.Sketch.faces;
import static org.shuangshi.gis.mesh.Sketch.line;
import static org.shuangshi.gis.mesh.Sketch.numbered;
import static org.shuangshi.gis.mesh.Sketch.polygon;
import static org.shuangshi.gis.mesh.Sketch.step;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class SnapTest {

  /** Two grids; the border between them has two vertices of its own, drawn by hand. */
  private static final Mesh DRAWN =
      Sketch.mesh(
          polygon(0, 0, 10_000, 0, 10_300, 3_000, 9_800, 7_000, 10_000, 10_000, 0, 10_000),
          polygon(
              10_000, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 9_800, 7_000, 10_300, 3_000));

  private static Mesh snapped(Mesh mesh, Edit.Snap snap) {
    return mesh.apply(snap, false).ifAccepted().orElseThrow();
  }

  @Test
  void anEdgeFollowsARoad() {
    List<Step> road =
        line(10_000, -5_000, 10_100, 1_000, 10_500, 5_000, 10_050, 9_000, 10_000, 15_000);
    Edge drawn = edge(DRAWN, 1, 2);
    Mesh after = snapped(DRAWN, new Edit.Snap(drawn.chain(), List.of(road), 1_000));

    // Ends lie on the community's border, where they stay.
    assertThat(edge(after, 1, 2).chain())
        .containsExactlyElementsOf(
            line(10_000, 0, 10_100, 1_000, 10_500, 5_000, 10_050, 9_000, 10_000, 10_000));
  }

  @Test
  void farVerticesStay() {
    List<Step> road = line(10_350, 2_000, 10_350, 4_000);
    Mesh after = snapped(DRAWN, new Edit.Snap(edge(DRAWN, 1, 2).chain(), List.of(road), 100));

    assertThat(edge(after, 1, 2).chain())
        .containsExactly(
            step(10_000, 0), step(10_350, 3_000), step(9_800, 7_000), step(10_000, 10_000));
  }

  @Test
  void onlyTheVerticesNamedAreBroughtOver() {
    List<Step> road = line(10_100, -100, 10_100, 12_000);
    Mesh after = snapped(DRAWN, new Edit.Snap(line(9_800, 7_000), List.of(road), 1_000));

    assertThat(edge(after, 1, 2).chain())
        .contains(step(10_300, 3_000), step(10_100, 7_000))
        .doesNotContain(step(9_800, 7_000));
  }

  @Test
  void anEdgeTakesTheShortWayAroundABuilding() {
    List<Step> wall = line(9_900, 2_900, 12_000, 2_900, 12_000, 7_100, 9_900, 7_100, 9_900, 2_900);
    Mesh after =
        snapped(DRAWN, new Edit.Snap(line(10_300, 3_000, 9_800, 7_000), List.of(wall), 600));

    assertThat(edge(after, 1, 2).chain())
        .containsExactlyElementsOf(
            line(10_000, 0, 10_300, 2_900, 9_900, 2_900, 9_900, 7_000, 10_000, 10_000));
  }

  @Test
  void aNodeTakesAllItsEdgesAlong() {
    Mesh mesh =
        Sketch.mesh(
            polygon(0, 0, 10_000, 0, 10_000, 5_000, 10_000, 10_000, 0, 10_000),
            polygon(10_000, 0, 20_000, 0, 20_000, 5_000, 10_000, 5_000),
            polygon(10_000, 5_000, 20_000, 5_000, 20_000, 10_000, 10_000, 10_000));
    Mesh after =
        snapped(
            mesh,
            new Edit.Snap(line(10_000, 5_000), List.of(line(9_000, 4_800, 12_000, 4_800)), 300));

    assertThat(after.edges().stream().filter(e -> e.chain().contains(step(10_000, 4_800))))
        .hasSize(3);
  }

  @Test
  void aGridGrowsToTheCommunityBorder() {
    Polygon community = polygon(0, 0, 10_000, 0, 10_000, 4_000, 10_000, 10_000, 0, 10_000);
    Mesh mesh =
        Mesh.of(faces(1), numbered(box(1_000, 1_000, 9_800, 9_000)), Map.of(1L, community))
            .ifAccepted()
            .orElseThrow();
    List<Step> border = line(10_000, 0, 10_000, 4_000, 10_000, 10_000);
    Mesh after =
        snapped(mesh, new Edit.Snap(line(9_800, 1_000, 9_800, 9_000), List.of(border), 300));

    assertThat(
            after
                .polygon(1)
                .equalsTopo(polygon(1_000, 1_000, 10_000, 1_000, 10_000, 9_000, 1_000, 9_000)))
        .isTrue();
    assertThat(after.region(1).equalsTopo(community)).isTrue();
    assertThat(List.of(after.region(1).getCoordinates()))
        .contains(step(10_000, 1_000).degrees(), step(10_000, 9_000).degrees());
  }

  @Test
  void aStripPressedFlatAgainstTheBorderIsNoMore() {
    Polygon community =
        polygon(0, 0, 9_800, 0, 10_000, 0, 10_000, 10_000, 9_800, 10_000, 0, 10_000);
    Mesh mesh =
        Mesh.of(faces(1), numbered(box(0, 0, 9_800, 10_000)), Map.of(1L, community))
            .ifAccepted()
            .orElseThrow();
    assertThat(mesh.faces()).containsKey(-1L);
    // The edge's ends lie on the community's border: with the right to edit regions they go along.
    Edit snap =
        new Edit.Snap(line(9_800, 0, 9_800, 10_000), List.of(line(10_000, 0, 10_000, 10_000)), 300);
    Mesh after = mesh.apply(snap, true).ifAccepted().orElseThrow();

    assertThat(after.faces().keySet()).containsExactly(1L);
    assertThat(after.polygon(1).equalsTopo(box(0, 0, 10_000, 10_000))).isTrue();
  }

  @Test
  void aVertexThatIsNoneIsRefused() {
    Edit snap = new Edit.Snap(line(1, 1), List.of(line(0, 0, 10, 10)), 100);

    assertThat(DRAWN.apply(snap, false).ifRefused().orElseThrow().kind())
        .isEqualTo(MeshFault.Kind.NO_SUCH_VERTEX);
  }
}
