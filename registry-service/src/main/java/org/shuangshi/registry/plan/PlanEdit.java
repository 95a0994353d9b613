package org.shuangshi.registry.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.mesh.Edge;
import org.shuangshi.gis.mesh.Edit;
import org.shuangshi.gis.mesh.Mesh;
import org.shuangshi.gis.mesh.Step;
import org.shuangshi.registry.area.GeoJsonGeometry;
import org.shuangshi.registry.area.ShapeJson;
import org.shuangshi.registry.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * An edit of gis.mesh as it travels; places are [lon, lat].
 *
 * @param grid the grid split, kept (merge), given ground (fill), or carved out
 * @param gone the grid merged into {@code grid}
 * @param ground leftover, disputed or stray ground, below 0
 * @param from the vertex moved or deleted; the start of the segment that gets a vertex
 * @param to where it goes; the end of that segment
 * @param at the new vertex
 * @param line that splits; vertices to snap
 * @param onto lines to snap to
 * @param toleranceMetres to snap
 * @param dx steps of 1e-8 degrees an edge goes east
 * @param dy steps it goes north
 * @param area to carve: GeoJSON Polygon
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanEdit(
    @Nullable Kind kind,
    @Nullable Long grid,
    @Nullable Long gone,
    @Nullable Long ground,
    @Nullable List<Double> from,
    @Nullable List<Double> to,
    @Nullable List<Double> at,
    @Nullable List<List<Double>> line,
    @Nullable List<List<List<Double>>> onto,
    @Nullable Double toleranceMetres,
    @Nullable Long dx,
    @Nullable Long dy,
    @Nullable @Schema(type = "object", description = "GeoJSON Polygon") JsonNode area) {
  private static final double STEPS_PER_METRE = 900;

  /** What is done. */
  enum Kind {
    MOVE_VERTEX,
    INSERT_VERTEX,
    DELETE_VERTEX,
    MOVE_EDGE,
    SPLIT,
    MERGE,
    FILL,
    DROP,
    SNAP,
    CARVE
  }

  /**
   * As gis.mesh takes it.
   *
   * @param firstNew first id for grids it makes
   */
  Edit on(Mesh mesh, long firstNew) {
    if (kind == null) {
      throw Refusal.field("edits.kind", "value.missing", "每项修改都要有 kind");
    }
    return switch (kind) {
      case MOVE_VERTEX -> new Edit.MoveVertex(step("from", from), step("to", to));
      case INSERT_VERTEX ->
          new Edit.InsertVertex(step("from", from), step("to", to), step("at", at));
      case DELETE_VERTEX -> new Edit.DeleteVertex(step("from", from));
      case MOVE_EDGE ->
          new Edit.MoveEdge(
              edge(mesh, step("from", from), step("to", to)),
              required("dx", dx),
              required("dy", dy));
      case SPLIT -> new Edit.Split(required("grid", grid), steps("line", line), firstNew);
      case MERGE -> new Edit.Merge(required("grid", grid), required("gone", gone));
      case FILL -> new Edit.Fill(required("ground", ground), required("grid", grid));
      case DROP -> new Edit.Drop(required("ground", ground));
      case SNAP ->
          new Edit.Snap(
              steps("line", line),
              required("onto", onto).stream().map(each -> steps("onto", each)).toList(),
              required("toleranceMetres", toleranceMetres) * STEPS_PER_METRE);
      case CARVE -> new Edit.Carve(polygon(), grid == null ? firstNew : grid);
    };
  }

  private Polygon polygon() {
    Geometry read = GeoJsonGeometry.onLattice(area, "edits.area");
    if (read instanceof Polygon polygon) {
      return polygon;
    }
    throw Refusal.field("edits.area", "geometry.type", "应为 Polygon");
  }

  private static Edge edge(Mesh mesh, Step a, Step b) {
    return mesh.edges().stream()
        .filter(
            edge -> {
              int at = edge.chain().indexOf(a);
              return at >= 0 && edge.chain().contains(b);
            })
        .findFirst()
        .orElseThrow(
            () -> Refusal.field("edits.from", "mesh.no-such-vertex", "from 和 to 不在同一条边界上"));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.field("edits." + field, "value.missing", "这种修改要有 " + field);
    }
    return value;
  }

  private static List<Step> steps(String field, @Nullable List<List<Double>> line) {
    List<Step> steps = new ArrayList<>();
    required(field, line).forEach(each -> steps.add(step(field, each)));
    return steps;
  }

  private static Step step(String field, @Nullable List<Double> place) {
    List<Double> said = required(field, place);
    if (said.size() != 2) {
      throw Refusal.field("edits." + field, "geometry.position", "坐标应为 [经度, 纬度]");
    }
    return Step.of(GeoJsonGeometry.precise(new Coordinate(said.get(0), said.get(1))));
  }

  /** As it travels, of the edits that repairs are made of. */
  static PlanEdit of(Edit edit) {
    if (edit instanceof Edit.Fill fill) {
      return new PlanEdit(
          Kind.FILL,
          fill.grid(),
          null,
          fill.loose(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    if (edit instanceof Edit.Drop drop) {
      return new PlanEdit(
          Kind.DROP,
          null,
          null,
          drop.stray(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    if (edit instanceof Edit.Carve carve) {
      return new PlanEdit(
          Kind.CARVE,
          carve.grid(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          ShapeJson.polygon(carve.area()));
    }
    if (edit instanceof Edit.Merge merge) {
      return new PlanEdit(
          Kind.MERGE,
          merge.grid(),
          merge.gone(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    throw new IllegalArgumentException("no repair is a " + edit.getClass().getSimpleName());
  }
}
