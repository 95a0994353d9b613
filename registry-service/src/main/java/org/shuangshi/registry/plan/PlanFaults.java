package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.mesh.Building;
import org.shuangshi.gis.mesh.GroundFault;
import org.shuangshi.gis.mesh.Inspection;
import org.shuangshi.gis.mesh.Mesh;
import org.shuangshi.gis.mesh.MeshFault;
import org.shuangshi.gis.mesh.Outcome;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;

/** What is wrong with a drawing: its ground, and what is said of its grids. */
final class PlanFaults {
  private static final double STEPS_PER_METRE = 900;

  private PlanFaults() {}

  /**
   * All faults; those of the ground first.
   *
   * @param sliverMetres parts narrower than this are slivers
   */
  static List<PlanFault> of(Drawing drawing, List<Footprint> footprints, double sliverMetres) {
    List<PlanFault> faults = new ArrayList<>();
    Outcome outcome = drawing.mesh();
    outcome.ifRefused().map(PlanFaults::told).ifPresent(faults::add);
    outcome.ifAccepted().ifPresent(mesh -> faults.addAll(ofGround(mesh, footprints, sliverMetres)));
    faults.addAll(ofGrids(drawing));
    return faults;
  }

  private static List<PlanFault> ofGround(
      Mesh mesh, List<Footprint> footprints, double sliverMetres) {
    List<Building> buildings =
        footprints.stream()
            .map(each -> new Building(each.id(), each.outline(), each.inside()))
            .toList();
    return Inspection.of(mesh, buildings, sliverMetres * STEPS_PER_METRE, false).stream()
        .map(PlanFaults::told)
        .toList();
  }

  private static List<PlanFault> ofGrids(Drawing drawing) {
    List<PlanFault> faults = new ArrayList<>();
    Map<String, Set<String>> names = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (DrawnGrid grid : drawing.grids()) {
      counts.merge(grid.community().code(), 1, Integer::sum);
      String name = grid.said().name() == null ? "" : grid.said().name().strip();
      if (name.isEmpty()) {
        faults.add(of(grid, "grid.no-name", "网格没有名称"));
      } else if (!names
          .computeIfAbsent(grid.community().code(), code -> new HashSet<>())
          .add(name)) {
        faults.add(of(grid, "grid.name-twice", "同一社区有两个网格叫“" + name + "”"));
      }
      if (grid.leader() == null) {
        faults.add(of(grid, "grid.no-leader", "网格“" + name + "”没有网格长"));
      }
      if (grid.before() != null && grid.before().community() != grid.community().id()) {
        faults.add(of(grid, "grid.other-community", "网格不能换到另一个社区；请新画一个"));
      }
    }
    for (Ground.Community community : drawing.ground().communities()) {
      int count = counts.getOrDefault(community.code(), 0);
      if (count == 0 || count > GridNumbers.LARGEST) {
        Coordinate at = community.geom().getInteriorPoint().getCoordinate();
        String text = community.name() + (count == 0 ? "没有网格" : "的网格超过 999 个");
        faults.add(
            new PlanFault("grid.count", text, at.x, at.y, List.of(), null, 0, true, List.of()));
      }
    }
    return faults;
  }

  private static PlanFault of(DrawnGrid grid, String code, String message) {
    Coordinate at = grid.area().getInteriorPoint().getCoordinate();
    return new PlanFault(code, message, at.x, at.y, List.of(grid.id()), null, 0, true, List.of());
  }

  private static PlanFault told(MeshFault fault) {
    return new PlanFault(
        fault.kind().code(),
        fault.message(),
        fault.at().x,
        fault.at().y,
        fault.grids(),
        null,
        0,
        true,
        List.of());
  }

  private static PlanFault told(GroundFault fault) {
    @Nullable Long building = fault.building() == 0 ? null : fault.building();
    return new PlanFault(
        fault.kind().code(),
        fault.message(),
        fault.at().x,
        fault.at().y,
        fault.faces(),
        building,
        fault.squareMetres(),
        isForbidding(fault.kind()),
        fault.repair().stream().map(PlanEdit::of).toList());
  }

  /**
   * Real borders cut buildings that nobody can help (decisions/17), and exclaves exist: a plan may
   * be published with them, seen by who checks it.
   */
  private static boolean isForbidding(GroundFault.Kind kind) {
    return !kind.isWarning() && kind != GroundFault.Kind.BUILDING_CUT;
  }
}
