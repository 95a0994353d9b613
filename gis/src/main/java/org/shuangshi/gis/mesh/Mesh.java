package org.shuangshi.gis.mesh;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Grids as edges they share.
 *
 * <pre>{@code
 * Outcome outcome = Mesh.of(faces, polygons);           // degrees, on the lattice
 * Outcome moved = mesh.apply(new Edit.MoveVertex(from, to), false);
 * }</pre>
 *
 * <p>1. Edges meet at nodes only. 2. No segment an edit makes comes nearer than three steps to a
 * vertex that is no end of it. 3. Around every edge's sides lie the grids it names. Every mesh is
 * checked for these before anybody gets it; one that fails is refused with the place.
 *
 * <p>Immutable: edges and polygons an edit does not touch are shared with the mesh before, and the
 * mesh before is the undo.
 */
public final class Mesh {

  /** Beside an edge: no grid of this mesh. */
  public static final long OUTSIDE = 0;

  private final Map<Long, Face> faces;
  private final List<Edge> edges;
  private final Map<Long, Geometry> polygons;

  Mesh(Map<Long, Face> faces, List<Edge> edges, Map<Long, Geometry> polygons) {
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
    return of(faces, polygons, Map.of());
  }

  /**
   * As {@link #of(Collection, Map)}; ground of a community in none of its grids becomes a face.
   *
   * @param regions polygons of communities by id, in degrees, valid and on the lattice; every node
   *     on their borders is a vertex of them. A grid outside its own is refused
   */
  public static Outcome of(
      Collection<Face> faces, Map<Long, Geometry> polygons, Map<Long, Geometry> regions) {
    try {
      Map<Long, Face> byId = byId(faces, polygons);
      return new Outcome.Accepted(
          regions.isEmpty()
              ? ofGridsAlone(byId, polygons)
              : Assembly.strict(byId, polygons, regions));
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal.fault());
    }
  }

  static Map<Long, Face> byId(Collection<Face> faces, Map<Long, Geometry> polygons) {
    Map<Long, Face> byId = new TreeMap<>();
    for (Face face : faces) {
      Geometry polygon = polygons.get(face.id());
      boolean isNew = byId.put(face.id(), face) == null;
      if (polygon == null || polygon.isEmpty() || !face.isGrid() || !isNew || face.id() <= 0) {
        Coordinate nowhere = new Coordinate();
        throw new Refusal(new MeshFault(MeshFault.Kind.NO_SUCH_GRID, nowhere, List.of(face.id())));
      }
    }
    return byId;
  }

  private static Mesh ofGridsAlone(Map<Long, Face> grids, Map<Long, Geometry> polygons) {
    Wires wires = new Wires();
    for (Long id : grids.keySet()) {
      Geometry polygon = Objects.requireNonNull(polygons.get(id));
      Outlines.requireReadable(polygon, id);
      Outlines.of(polygon).forEach(ring -> wires.addRing(ring, id));
    }
    List<Edge> edges = wires.edges();
    requireApart(edges, (edge, segment) -> true, 0);
    return new Mesh(grids, edges, Tracing.polygons(grids.keySet(), edges, polygons, null));
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
      return CutEdits.split(this, split);
    }
    if (edit instanceof Edit.Carve carve) {
      return CutEdits.carve(this, carve);
    }
    if (edit instanceof Edit.Merge merge) {
      return OwnerEdits.merge(this, merge);
    }
    if (edit instanceof Edit.Fill fill) {
      return OwnerEdits.fill(this, fill);
    }
    if (edit instanceof Edit.Drop drop) {
      return OwnerEdits.drop(this, drop);
    }
    if (edit instanceof Edit.Snap snap) {
      return with(faces, Snapping.edges(this, snap, regions));
    }
    return with(faces, VertexEdits.edges(this, edit, regions));
  }

  /** The same with other edges, checked; what did not change is shared. */
  Mesh with(Map<Long, Face> newFaces, List<Edge> newEdges) {
    Map<Edge, Edge> own = new HashMap<>();
    edges.forEach(edge -> own.put(edge, edge));
    List<Edge> shared = newEdges.stream().map(edge -> own.getOrDefault(edge, edge)).toList();
    Set<Edge> kept = new HashSet<>(shared);
    Set<Long> touched = new HashSet<>();
    Set<Segment> old = new HashSet<>();
    for (Edge edge : edges) {
      if (!kept.contains(edge)) {
        touched.addAll(List.of(edge.left(), edge.right()));
        edge.eachSegment((a, b) -> old.add(Segment.of(a, b)));
      }
    }
    for (Edge edge : shared) {
      if (!own.containsKey(edge)) {
        touched.addAll(List.of(edge.left(), edge.right()));
      }
    }
    // A segment that was there before may be nearer to its like than an edit may bring one.
    requireApart(
        shared,
        (edge, segment) -> !own.containsKey(edge) && !old.contains(segment),
        Crossings.LEAST_STEPS);
    Map<Long, Face> left = withoutVanished(newFaces, shared);
    return new Mesh(left, shared, Tracing.polygons(left.keySet(), shared, polygons, touched));
  }

  /** The same; a grid whose polygon is as it was read has the one that was read. */
  Mesh keeping(Map<Long, Geometry> read) {
    Map<Long, Geometry> own = new LinkedHashMap<>(polygons);
    own.replaceAll(
        (id, polygon) -> {
          Geometry before = read.get(id);
          return before != null && before.norm().equalsExact(polygon.norm()) ? before : polygon;
        });
    return new Mesh(faces, edges, own);
  }

  /** Ground of no grid may be used up; a grid may not. */
  private static Map<Long, Face> withoutVanished(Map<Long, Face> faces, List<Edge> edges) {
    Set<Long> there = new HashSet<>();
    edges.forEach(edge -> there.addAll(List.of(edge.left(), edge.right())));
    Map<Long, Face> left = new TreeMap<>(faces);
    left.values().removeIf(face -> !face.isGrid() && !there.contains(face.id()));
    return left;
  }

  static void requireApart(
      List<Edge> edges, BiPredicate<Edge, Segment> changed, double leastSteps) {
    new Crossings(edges)
        .first(changed, leastSteps)
        .ifPresent(
            fault -> {
              throw new Refusal(fault);
            });
  }

  /** The grids by id, and below 0 the ground that is no single grid's. */
  public Map<Long, Face> faces() {
    return Collections.unmodifiableMap(faces);
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

  /** A community's ground in degrees, leftover and disputed too; every node on its border in it. */
  public Geometry region(long community) {
    Wires wires = new Wires();
    for (Edge edge : edges) {
      long left = community(edge.left()) == community ? 1 : OUTSIDE;
      long right = community(edge.right()) == community ? 1 : OUTSIDE;
      wires.add(new Edge(edge.chain(), left, right));
    }
    return Rings.polygon(Rings.of(wires.edges()).getOrDefault(1L, List.of()), Tracing.FACTORY);
  }

  /** The grid, or a refusal near the place. */
  Face grid(long id, Step near) {
    Face face = faces.get(id);
    if (face == null || !face.isGrid()) {
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
    return community(edge.left()) != community(edge.right());
  }

  /** The community of a face, 0 where there is none. */
  long community(long id) {
    Face face = faces.get(id);
    return face == null ? 0 : face.community();
  }
}
