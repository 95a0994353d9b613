package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.mesh.Face;
import org.shuangshi.gis.mesh.Mesh;
import org.shuangshi.gis.mesh.MeshFault;
import org.shuangshi.gis.mesh.Outcome;
import org.shuangshi.gis.mesh.Reading;
import org.shuangshi.gis.mesh.Tolerance;
import org.shuangshi.registry.area.GeoJsonGeometry;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.plan.Ground.Standing;
import org.shuangshi.registry.refusal.Refusal;

/** A document over the ground it is drawn on. */
record Drawing(Ground ground, List<DrawnGrid> grids) {
  private static final int MOST = 10_000;
  private static final int LONGEST_NAME = 50;
  private static final int LARGEST_TEAM = 50;

  /**
   * A grid that is drawn.
   *
   * @param team who is to answer for it
   * @param before the grid it stays; null: a new one
   */
  record DrawnGrid(
      PlanGrid said,
      Community community,
      Geometry area,
      List<PlanPost> team,
      @Nullable Standing before) {

    long id() {
      return said.id();
    }

    /** Whether its outline is another one than the grid has. */
    boolean isReshaped() {
      return before == null || !Shapes.same(before.geom(), area);
    }

    DrawnGrid on(Geometry other) {
      return new DrawnGrid(said, community, other, team, before);
    }

    @Nullable String leader() {
      return leader(team);
    }

    static @Nullable String leader(List<PlanPost> team) {
      return team.stream()
          .filter(post -> post.role() == PlanPost.Role.LEADER)
          .map(PlanPost::name)
          .findFirst()
          .orElse(null);
    }
  }

  /** Reads a document; refused where it says something that cannot be drawn. */
  static Drawing of(Ground ground, PlanDocument document) {
    if (document.grids() == null || document.all().size() > MOST) {
      throw Refusal.field("grids", "value.invalid", "grids 应为方案的全部网格，最多 " + MOST + " 个");
    }
    Map<Long, Standing> standing = new HashMap<>();
    ground.grids().forEach(each -> standing.put(each.id(), each));
    Set<Long> seen = new HashSet<>();
    List<DrawnGrid> grids = new ArrayList<>();
    for (int i = 0; i < document.all().size(); i++) {
      PlanGrid said = document.all().get(i);
      String at = "grids[" + i + "]";
      Standing before = standing.get(said.id());
      if (!seen.add(said.id())) {
        throw Refusal.field(at + ".id", "plan.grid-twice", "编号 " + said.id() + " 的网格出现了两次");
      }
      if (before == null && (!said.isNew() || said.id() > PlanGrid.LAST_NEW)) {
        throw Refusal.field(
            at + ".id",
            "plan.grid-unknown",
            "编号 " + said.id() + " 不是方案社区的网格；新网格的编号应从 " + PlanGrid.FIRST_NEW + " 起");
      }
      grids.add(drawn(ground, said, before, at));
    }
    return new Drawing(ground, grids);
  }

  private static DrawnGrid drawn(
      Ground ground, PlanGrid said, @Nullable Standing before, String at) {
    Community community =
        ground
            .community(String.valueOf(said.community()))
            .orElseThrow(() -> Refusal.field(at + ".community", "plan.community", "应为方案所含社区的代码"));
    if (said.name() != null && said.name().length() > LONGEST_NAME) {
      throw Refusal.field(at + ".name", "value.invalid", "名称最多 " + LONGEST_NAME + " 个字");
    }
    if (said.kind() == null || said.setting() == null) {
      throw Refusal.field(at, "value.missing", "每个网格都要有 kind 和 setting");
    }
    List<PlanPost> team = said.team();
    if (team == null) {
      team = ground.team(said.id());
    } else if (team.size() > LARGEST_TEAM || team.stream().anyMatch(post -> !fits(post))) {
      throw Refusal.field(
          at + ".team", "value.invalid", "每个岗位要有 role 和 1–50 字的 name，最多 " + LARGEST_TEAM + " 个岗位");
    }
    return new DrawnGrid(
        said,
        community,
        GeoJsonGeometry.onLattice(said.geometry(), at + ".geometry"),
        List.copyOf(team),
        before);
  }

  // what JSON brings may lack what the record needs
  @SuppressWarnings("ConstantConditions")
  private static boolean fits(@Nullable PlanPost post) {
    return post != null
        && post.role() != null
        && post.name() != null
        && !post.name().isBlank()
        && post.name().length() <= LONGEST_NAME
        && (post.phone() == null || post.phone().length() <= LONGEST_NAME);
  }

  /** The grids and the ring as a mesh, or why there is none. */
  Outcome mesh() {
    List<Face> faces = new ArrayList<>();
    Map<Long, Geometry> polygons = new HashMap<>();
    Map<Long, Geometry> regions = new HashMap<>();
    for (DrawnGrid each : grids) {
      faces.add(new Face(each.id(), each.community().id(), false));
      polygons.put(each.id(), each.area());
    }
    // A node an edit put on a community's border is in the drawing alone until it is published.
    BorderNodes nodes = BorderNodes.of(grids.stream().map(DrawnGrid::area).toList());
    for (Standing each : ground.ring()) {
      faces.add(new Face(each.id(), each.community(), true));
      polygons.put(each.id(), nodes.on(each.geom()));
    }
    ground.communities().forEach(each -> regions.put(each.id(), nodes.on(each.geom())));
    Outcome strict = Mesh.of(faces, polygons, regions);
    return strict.ifAccepted().isPresent()
        ? strict
        : Reading.of(faces, polygons, regions, Tolerance.NONE).outcome();
  }

  /** The mesh; refused with the place where there is none. */
  Mesh requireMesh() {
    Outcome outcome = mesh();
    return outcome
        .ifAccepted()
        .orElseThrow(
            () -> {
              MeshFault fault = outcome.ifRefused().orElseThrow();
              return Refusal.of(Refusal.Kind.CONFLICT, fault.kind().code(), fault.message());
            });
  }
}
