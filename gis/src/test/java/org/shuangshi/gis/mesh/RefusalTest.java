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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Everything a mesh refuses is refused for its own reason. */
class RefusalTest {

  /** Five boxes in a row: 1 to 3 of community 1, 4 held and 5 open of community 2. */
  private static final Mesh ROW =
      Mesh.of(
              List.of(
                  new Face(1, 1, false),
                  new Face(2, 1, false),
                  new Face(3, 1, false),
                  new Face(4, 2, true),
                  new Face(5, 2, false)),
              numbered(
                  box(0, 0, 10_000, 10_000),
                  box(10_000, 0, 20_000, 10_000),
                  box(20_000, 0, 30_000, 10_000),
                  box(30_000, 0, 40_000, 10_000),
                  box(40_000, 0, 50_000, 10_000)))
          .ifAccepted()
          .orElseThrow();

  @ParameterizedTest
  @EnumSource
  void isRefusedWithKindAndPlace(MeshFault.Kind kind) {
    MeshFault fault = provoke(kind).ifRefused().orElseThrow();

    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.message()).contains("位置");
    assertThat(kind.code()).startsWith("mesh.");
  }

  private static Outcome provoke(MeshFault.Kind kind) {
    Polygon one = box(0, 0, 10_000, 10_000);
    return switch (kind) {
      case OVERLAP -> Mesh.of(faces(2), numbered(one, one));
      case CROSSING ->
          Mesh.of(faces(2), numbered(one, polygon(10_000, 5_000, 20_000, 0, 20_000, 10_000)));
      case TOO_NEAR ->
          apply(new Edit.InsertVertex(step(10_000, 0), step(10_000, 10_000), step(19_998, 5_000)));
      case INVALID -> apply(new Edit.Carve(polygon(0, 0, 5_000, 5_000, 5_000, 0, 0, 5_000), 100));
      case OFF_LATTICE -> Mesh.of(faces(1), numbered(halfAStepOff(one)));
      case TOO_WIDE -> Mesh.of(faces(1), numbered(box(0, 0, 1_100_000_000L, 10_000)));
      case TOPOLOGY -> islandMovedIntoOtherGrid();
      case NO_SUCH_VERTEX -> apply(new Edit.MoveVertex(step(5, 5), step(6, 6)));
      case NO_SUCH_GRID -> apply(new Edit.Merge(1, 99));
      case IS_NODE -> apply(new Edit.DeleteVertex(step(10_000, 0)));
      case COMMUNITY_BORDER -> apply(new Edit.MoveVertex(step(0, 0), step(-50, -50)));
      case HELD -> apply(new Edit.Merge(3, 4));
      case NOT_NEIGHBOURS -> apply(new Edit.Merge(1, 3));
      case OTHER_COMMUNITY -> apply(new Edit.Merge(1, 5));
      case DOES_NOT_DIVIDE -> apply(new Edit.Split(1, line(2_000, 2_000, 3_000, 3_000), 100));
      case SWALLOWS_GRID -> apply(new Edit.Carve(one, 2));
      case ID_TAKEN -> apply(new Edit.Split(1, line(5_000, -100, 5_000, 10_100), 2));
      case OUTSIDE -> apply(new Edit.Carve(box(-5_000, 2_000, 5_000, 8_000), 100));
      case REGIONS_OVERLAP -> Mesh.of(faces(1), numbered(one), Map.of(1L, one, 2L, one));
      case NOT_LOOSE -> apply(new Edit.Fill(1, 2));
      case OF_A_COMMUNITY ->
          Mesh.of(
                  faces(1),
                  numbered(one),
                  Map.of(
                      1L,
                      polygon(
                          0, 0, 10_000, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 0, 10_000)))
              .ifAccepted()
              .orElseThrow()
              .apply(new Edit.Drop(-1), false);
      case NOTHING_NEAR ->
          apply(
              new Edit.Snap(edge(ROW, 1, 2).chain(), List.of(line(12_000, 0, 12_000, 9_000)), 100));
    };
  }

  private static Outcome apply(Edit edit) {
    return ROW.apply(edit, false);
  }

  private static Geometry halfAStepOff(Polygon polygon) {
    Geometry off = polygon.copy();
    off.apply((Coordinate c) -> c.setX(c.x + 0.5e-8));
    return off;
  }

  private static Outcome islandMovedIntoOtherGrid() {
    Edit island = new Edit.Carve(box(4_000, 4_000, 6_000, 6_000), 100);
    Mesh mesh = ROW.apply(island, false).ifAccepted().orElseThrow();
    return mesh.apply(new Edit.MoveEdge(edge(mesh, 1, 100), 10_000, 0), false);
  }
}
