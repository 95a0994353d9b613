package org.shuangshi.gis.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The polygons of a mesh's edges; refused where edges and grids do not answer to each other. */
final class Tracing {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Tracing() {}

  /**
   * @param before polygons that stand where they are not touched
   * @param touched grids with an edge that came or went; null takes every polygon there is
   */
  static Map<Long, Geometry> polygons(
      Set<Long> grids, List<Edge> edges, Map<Long, Geometry> before, @Nullable Set<Long> touched) {
    Map<Long, List<Rings.Ring>> rings = Rings.of(edges);
    Map<Long, Geometry> made = new LinkedHashMap<>();
    for (Long id : grids) {
      List<Rings.Ring> around = rings.get(id);
      if (around == null) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.SWALLOWS_GRID, edges.get(0).first(), id));
      }
      Geometry own = before.get(id);
      if (own != null && (touched == null || !touched.contains(id))) {
        made.put(id, own);
      } else {
        made.put(id, Rings.polygon(around, FACTORY));
      }
    }
    requireNothingUnderneath(rings);
    return made;
  }

  /** What lies apart from the rest must not lie in a grid: only a lake of nobody may hold it. */
  private static void requireNothingUnderneath(Map<Long, List<Rings.Ring>> rings) {
    List<Rings.Ring> shells =
        rings.values().stream().flatMap(List::stream).filter(Rings.Ring::isShell).toList();
    List<Rings.Ring> outlines =
        rings.getOrDefault(Mesh.OUTSIDE, List.of()).stream().filter(r -> !r.isShell()).toList();
    if (outlines.size() < 2) {
      return;
    }
    for (Rings.Ring outline : outlines) {
      Coordinate[] inner = outline.degrees();
      Coordinate[] smallest = null;
      long holder = Mesh.OUTSIDE;
      for (Rings.Ring shell : shells) {
        Coordinate[] outer = shell.degrees();
        if (!shell.steps().containsAll(outline.steps())
            && Rings.isInside(inner, outer)
            && !Rings.isInside(outer, inner)
            && (smallest == null || Rings.isInside(outer, smallest))) {
          smallest = outer;
          holder = shell.grid();
        }
      }
      if (holder != Mesh.OUTSIDE) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.OVERLAP, outline.steps().get(0), holder));
      }
    }
  }
}
