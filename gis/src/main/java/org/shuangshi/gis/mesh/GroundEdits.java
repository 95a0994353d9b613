package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Edits that give ground from grid to grid: merge, split, carve. */
final class GroundEdits {

  private GroundEdits() {}

  static Mesh merge(Mesh mesh, Edit.Merge merge) {
    Step near = mesh.edges().get(0).first();
    Face stays = mesh.face(merge.grid(), near);
    Face goes = mesh.face(merge.gone(), near);
    Step at = Step.of(mesh.ground(goes.id()).getCoordinate());
    requireOpen(stays, at);
    requireOpen(goes, at);
    if (stays.community() != goes.community()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OTHER_COMMUNITY, at, stays.id(), goes.id()));
    }
    if (stays.id() == goes.id()
        || mesh.edges().stream().noneMatch(e -> e.touches(stays.id()) && e.touches(goes.id()))) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NOT_NEIGHBOURS, at, stays.id(), goes.id()));
    }
    Wires wires = new Wires();
    for (Edge edge : mesh.edges()) {
      long left = edge.left() == goes.id() ? stays.id() : edge.left();
      long right = edge.right() == goes.id() ? stays.id() : edge.right();
      wires.add(new Edge(edge.chain(), left, right));
    }
    Map<Long, Face> faces = new TreeMap<>(mesh.faces());
    faces.remove(goes.id());
    return mesh.with(faces, wires.edges());
  }

  static Mesh split(Mesh mesh, Edit.Split split) {
    Step start = split.line().get(0);
    Face grid = mesh.face(split.grid(), start);
    requireOpen(grid, start);
    Pieces pieces = Pieces.of(mesh, Set.of(grid.id()), List.of(split.line()));
    List<Pieces.Piece> parts = new ArrayList<>(pieces.pieces());
    int partsBefore = mesh.ground(grid.id()).getNumGeometries();
    if (parts.size() <= partsBefore) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.DOES_NOT_DIVIDE, start, grid.id()));
    }
    parts.sort(Comparator.comparing((Pieces.Piece p) -> -p.area()));
    List<Pieces.Piece> others = new ArrayList<>(parts.subList(1, parts.size()));
    others.sort(Comparator.comparing(p -> p.shell().stream().min(Comparator.naturalOrder()).get()));
    Map<Long, Face> faces = new TreeMap<>(mesh.faces());
    for (int i = 0; i < others.size(); i++) {
      long id = split.firstNew() + i;
      if (id <= Mesh.OUTSIDE || faces.put(id, new Face(id, grid.community(), false)) != null) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.ID_TAKEN, start, id));
      }
    }
    return mesh.with(
        faces,
        pieces.edges(p -> others.contains(p) ? split.firstNew() + others.indexOf(p) : grid.id()));
  }

  static Mesh carve(Mesh mesh, Edit.Carve carve) {
    Geometry area = carve.area();
    Step at = Step.of(area.getCoordinate());
    if (!area.isValid() || area.isEmpty()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, at, carve.grid()));
    }
    Set<Long> open = new HashSet<>();
    for (Face face : mesh.faces().values()) {
      if (!face.held()
          && mesh.ground(face.id()).getEnvelopeInternal().intersects(area.getEnvelopeInternal())) {
        open.add(face.id());
      }
    }
    Face taker = mesh.faces().get(carve.grid());
    if (taker != null) {
      requireOpen(taker, at);
      open.add(taker.id());
    }
    Pieces pieces = Pieces.of(mesh, open, Mesh.ringsOf(area));
    List<Pieces.Piece> taken =
        pieces.pieces().stream()
            .filter(p -> SimplePointInAreaLocator.locate(p.inside(), area) == Location.INTERIOR)
            .toList();
    double ground = taken.stream().mapToDouble(Pieces.Piece::area).sum();
    // Each vertex of the area moves by less than a step when it is noded.
    double steps = area.getArea() * 1e16;
    if (taken.isEmpty() || ground < steps - area.getLength() * 1e8 - 1) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OUTSIDE, at, carve.grid()));
    }
    Set<Long> communities = new HashSet<>();
    taken.forEach(p -> communities.add(mesh.face(p.grid(), at).community()));
    if (taker != null) {
      communities.add(taker.community());
    }
    if (communities.size() > 1) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OTHER_COMMUNITY, at, carve.grid()));
    }
    Map<Long, Face> faces = new TreeMap<>(mesh.faces());
    faces.putIfAbsent(carve.grid(), new Face(carve.grid(), communities.iterator().next(), false));
    ToLongFunction<Pieces.Piece> owner = p -> taken.contains(p) ? carve.grid() : p.grid();
    return mesh.with(faces, pieces.edges(owner));
  }

  private static void requireOpen(Face face, Step at) {
    if (face.held()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.HELD, at, face.id()));
    }
  }
}
