package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.Lattice;

/**
 * Grids as edges they share.
 *
 * <pre>{@code
 * Outcome outcome = Mesh.of(faces, polygons);           // degrees, on the lattice
 * Outcome moved = mesh.apply(new Edit.MoveVertex(from, to), false);
 * }</pre>
 *
 * <p>1. Edges meet at nodes only. 2. Of what an edit changes, no vertex comes nearer than three
 * steps to a segment it is no end of. 3. Around every edge's sides lie the grids it names. Every
 * mesh is checked for these before anybody gets it; one that fails is refused with the place.
 *
 * <p>Immutable: edges and polygons an edit does not touch are shared with the mesh before, and the
 * mesh before is the undo.
 */
public final class Mesh {

  /** Beside an edge: no grid of this mesh. */
  public static final long OUTSIDE = 0;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<Long, Face> faces;
  private final List<Edge> edges;
  private final Map<Long, Geometry> polygons;

  private Mesh(Map<Long, Face> faces, List<Edge> edges, Map<Long, Geometry> polygons) {
    this.faces = faces;
    this.edges = List.copyOf(edges);
    this.polygons = polygons;
  }

  /**
   * A mesh of polygons that meet edge to edge.
   *
   * @param faces the grids edited and the ring around them
   * @param polygons by the grid's id, in degrees, valid and on the lattice
   */
  public static Outcome of(Collection<Face> faces, Map<Long, Geometry> polygons) {
    try {
      Map<Long, Face> byId = new TreeMap<>();
      Wires wires = new Wires();
      for (Face face : faces) {
        Geometry polygon = polygons.get(face.id());
        if (polygon == null || polygon.isEmpty() || byId.put(face.id(), face) != null) {
          Coordinate nowhere = new Coordinate();
          throw new Refusal(
              new MeshFault(MeshFault.Kind.NO_SUCH_GRID, nowhere, List.of(face.id())));
        }
        requireOnLattice(polygon, face.id());
        for (List<Step> ring : ringsOf(polygon)) {
          wires.addRing(ring, face.id());
        }
      }
      Mesh empty = new Mesh(byId, List.of(), polygons);
      return new Outcome.Accepted(empty.with(byId, wires.edges(), edge -> true, 0));
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal.fault());
    }
  }

  private static void requireOnLattice(Geometry polygon, long grid) {
    Step at = Step.of(polygon.getCoordinate());
    if (!Lattice.isOn(polygon)) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OFF_LATTICE, at, grid));
    }
    if (!polygon.isValid()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, at, grid));
    }
  }

  /** Closed rings with the ground to the left. */
  static List<List<Step>> ringsOf(Geometry polygonal) {
    List<List<Step>> rings = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      if (polygonal.getGeometryN(i) instanceof Polygon part) {
        rings.add(ring(part.getExteriorRing(), true));
        for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
          rings.add(ring(part.getInteriorRingN(hole), false));
        }
      }
    }
    return rings;
  }

  private static List<Step> ring(Geometry line, boolean anticlockwise) {
    List<Step> steps = new ArrayList<>();
    for (Coordinate coordinate : line.getCoordinates()) {
      Step step = Step.of(coordinate);
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
        steps.add(step);
      }
    }
    if (Rings.isAnticlockwise(steps.subList(0, steps.size() - 1)) != anticlockwise) {
      java.util.Collections.reverse(steps);
    }
    return steps;
  }

  /**
   * The edit done, or why not.
   *
   * @param regions whether community borders may be moved; nodes may be put on them without
   */
  public Outcome apply(Edit edit, boolean regions) {
    try {
      Mesh after = edited(edit, regions);
      BorderGuard.check(this, after, regions);
      return new Outcome.Accepted(after);
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal.fault());
    }
  }

  private Mesh edited(Edit edit, boolean regions) {
    if (edit instanceof Edit.Split split) {
      return GroundEdits.split(this, split);
    }
    if (edit instanceof Edit.Carve carve) {
      return GroundEdits.carve(this, carve);
    }
    if (edit instanceof Edit.Merge merge) {
      return GroundEdits.merge(this, merge);
    }
    return with(faces, VertexEdits.edges(this, edit, regions));
  }

  /** The same with other edges, checked; what did not change is shared. */
  Mesh with(Map<Long, Face> newFaces, List<Edge> newEdges) {
    Set<Edge> old = new HashSet<>(edges);
    return with(newFaces, newEdges, edge -> !old.contains(edge), Crossings.LEAST_STEPS);
  }

  private Mesh with(
      Map<Long, Face> newFaces, List<Edge> newEdges, Predicate<Edge> changed, double leastSteps) {
    new Crossings(newEdges)
        .first(changed, leastSteps)
        .ifPresent(
            fault -> {
              throw new Refusal(fault);
            });
    Map<Edge, Edge> own = new HashMap<>();
    edges.forEach(edge -> own.put(edge, edge));
    List<Edge> shared = newEdges.stream().map(edge -> own.getOrDefault(edge, edge)).toList();
    Set<Edge> kept = new HashSet<>(shared);
    Set<Long> touched = new HashSet<>();
    for (Edge edge : shared) {
      if (!own.containsKey(edge)) {
        touched.addAll(List.of(edge.left(), edge.right()));
      }
    }
    for (Edge edge : edges) {
      if (!kept.contains(edge)) {
        touched.addAll(List.of(edge.left(), edge.right()));
      }
    }
    Map<Long, List<Rings.Ring>> rings = Rings.of(shared);
    Map<Long, Geometry> made = new LinkedHashMap<>();
    boolean fromPolygons = edges.isEmpty();
    for (Long id : newFaces.keySet()) {
      Geometry before = polygons.get(id);
      List<Rings.Ring> around = rings.get(id);
      if (around == null) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.SWALLOWS_GRID, shared.get(0).first(), id));
      }
      boolean same = before != null && !touched.contains(id);
      Geometry traced = same ? before : Rings.polygon(around, FACTORY);
      made.put(id, fromPolygons && before != null ? before : traced);
    }
    requireNothingUnderneath(rings);
    return new Mesh(newFaces, shared, made);
  }

  /** What lies apart from the rest must not lie in a grid: only a lake of nobody may hold it. */
  private static void requireNothingUnderneath(Map<Long, List<Rings.Ring>> rings) {
    List<Rings.Ring> shells =
        rings.values().stream().flatMap(List::stream).filter(Rings.Ring::isShell).toList();
    List<Rings.Ring> outlines =
        rings.getOrDefault(OUTSIDE, List.of()).stream().filter(r -> !r.isShell()).toList();
    if (outlines.size() < 2) {
      return;
    }
    for (Rings.Ring outline : outlines) {
      Coordinate[] inner = outline.degrees();
      Coordinate[] smallest = null;
      long holder = OUTSIDE;
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
      if (holder != OUTSIDE) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.OVERLAP, outline.steps().get(0), holder));
      }
    }
  }

  /** The grids by id. */
  public Map<Long, Face> faces() {
    return java.util.Collections.unmodifiableMap(faces);
  }

  public List<Edge> edges() {
    return edges;
  }

  /** The polygon or multipolygon of a grid in degrees; the one read where no edit touched it. */
  public Geometry polygon(long grid) {
    return ground(grid).copy();
  }

  /** As {@link #polygon}, not copied: to look at only. */
  Geometry ground(long grid) {
    Geometry polygon = polygons.get(grid);
    if (polygon == null) {
      throw new IllegalArgumentException("no grid " + grid);
    }
    return polygon;
  }

  /** The ground of a community's grids in degrees, every vertex of their border a vertex of it. */
  public Geometry region(long community) {
    Wires wires = new Wires();
    for (Edge edge : edges) {
      long left = isOf(edge.left(), community) ? 1 : OUTSIDE;
      long right = isOf(edge.right(), community) ? 1 : OUTSIDE;
      wires.add(new Edge(edge.chain(), left, right));
    }
    return Rings.polygon(Rings.of(wires.edges()).getOrDefault(1L, List.of()), FACTORY);
  }

  private boolean isOf(long grid, long community) {
    Face face = faces.get(grid);
    return face != null && face.community() == community;
  }

  Face face(long id, Step near) {
    Face face = faces.get(id);
    if (face == null) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NO_SUCH_GRID, near, id));
    }
    return face;
  }

  boolean isOpen(long id) {
    Face face = faces.get(id);
    return face != null && !face.held();
  }

  /** Whether the two sides belong to different communities, or one to none. */
  boolean isCommunityBorder(Edge edge) {
    Face left = faces.get(edge.left());
    Face right = faces.get(edge.right());
    return left == null || right == null || left.community() != right.community();
  }
}
