package org.shuangshi.registry.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.mesh.Mesh;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.registry.area.GeoJsonGeometry;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.plan.Ground.Standing;

/** Writes a drawing into the register, from a day on. */
final class PlanWriting {
  private static final String NODES = Sql.of("plan/nodes.sql");

  private final Edit edit;
  private final GroundRepository grounds;
  private final Drawing drawing;
  private final LocalDate from;

  /** By id in the document that of the register. */
  private final Map<Long, Long> ids = new HashMap<>();

  /**
   * @param grounds asked through the connection of the edit
   */
  PlanWriting(Edit edit, GroundRepository grounds, Drawing drawing, LocalDate from) {
    this.edit = edit;
    this.grounds = grounds;
    this.drawing = drawing;
    this.from = from;
  }

  /**
   * Writes.
   *
   * @param numbers by code of a community those its grids have or ever had
   */
  void write(Map<String, Set<Integer>> numbers) throws SQLException {
    Mesh mesh = drawing.requireMesh();
    Map<Long, String> codes = GridNumbers.of(drawing.grids(), numbers);
    edit.requireChange();
    List<DrawnGrid> inOrder =
        drawing.grids().stream().sorted(Comparator.comparingLong(DrawnGrid::id)).toList();
    Map<Long, DrawnGrid> kept = new HashMap<>();
    for (DrawnGrid grid : inOrder) {
      // with the nodes its neighbours put on its borders
      DrawnGrid noded = grid.on(mesh.polygon(grid.id()));
      if (grid.before() == null) {
        ids.put(grid.id(), begin(noded, Objects.requireNonNull(codes.get(grid.id()))));
      } else {
        ids.put(grid.id(), grid.id());
        kept.put(grid.id(), noded);
      }
    }
    edit.rewriteAll(
        ThingKind.GRID,
        kept.keySet(),
        (id, timeline) ->
            timeline.change(from, values(Objects.requireNonNull(kept.get(id)), null)));
    List<Long> gone =
        drawing.ground().grids().stream()
            .map(Standing::id)
            .filter(id -> !ids.containsKey(id))
            .toList();
    // before the grids end: a post is seen with its grid
    new TeamWriting(edit, from).write(drawing.grids(), ids, gone);
    edit.rewriteAll(ThingKind.GRID, gone, (id, timeline) -> endedOn(timeline));
    lineage();
    nodes(mesh);
  }

  private long begin(DrawnGrid grid, String code) throws SQLException {
    return edit.begin(ThingKind.GRID, Days.since(from), values(grid, code));
  }

  /** What is said of a grid; of one that stays nothing that is as it was. */
  private static Map<String, @Nullable String> values(DrawnGrid grid, @Nullable String code) {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("name", String.valueOf(grid.said().name()).strip());
    values.put("kind", String.valueOf(grid.said().kind()));
    values.put("setting", String.valueOf(grid.said().setting()));
    if (grid.isReshaped()) {
      values.put("geom", hex(grid.area()));
    }
    if (code != null) {
      values.put("code", code);
      values.put("community_id", String.valueOf(grid.community().id()));
    }
    return values;
  }

  private static String hex(Geometry area) {
    return GeoJsonGeometry.hex(Shapes.multi(area));
  }

  private Timeline endedOn(Timeline timeline) throws Timeline.UnfitException {
    return timeline.on(from.minusDays(1)).isPresent()
        ? timeline.end(from)
        : timeline.withdraw(Days.since(from));
  }

  private void lineage() throws SQLException {
    for (Descent each : Descent.of(drawing)) {
      edit.begin(
          ThingKind.LINEAGE,
          Days.since(from),
          Map.of(
              "kind",
              "GRID",
              "from_id",
              String.valueOf(each.from()),
              "to_id",
              String.valueOf(ids.get(each.to())),
              "relation",
              each.merged() ? "MERGED_INTO" : "SPLIT_INTO"));
    }
  }

  /** Nodes put on the border of a community go into it, and into what lies on the other side. */
  private void nodes(Mesh mesh) {
    for (Community each : drawing.ground().communities()) {
      Geometry region = mesh.region(each.id());
      if (!Shapes.same(region, each.geom())) {
        put("region", each.id(), region);
      }
    }
    Set<Long> beyond = new HashSet<>();
    List<Geometry> reshaped = new ArrayList<>();
    for (Standing each : drawing.ground().ring()) {
      Geometry area = mesh.polygon(each.id());
      if (!Shapes.same(area, each.geom())) {
        put("grid", each.id(), area);
        reshaped.add(area);
        beyond.add(each.community());
      }
    }
    BorderNodes nodes = BorderNodes.of(reshaped);
    for (Community each : grounds.communities(List.copyOf(beyond), from)) {
      Geometry region = nodes.on(each.geom());
      if (region.getNumPoints() != each.geom().getNumPoints()) {
        put("region", each.id(), region);
      }
    }
  }

  private void put(String kind, long id, Geometry area) {
    edit.jdbc()
        .sql(NODES)
        .param("kind", kind)
        .param("id", id)
        .param("from", from)
        .param("geom", hex(area))
        .query(Long.class)
        .single();
  }
}
