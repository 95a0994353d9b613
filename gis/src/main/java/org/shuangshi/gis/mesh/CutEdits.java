package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Edits that cut ground along new lines: split, carve. */
final class CutEdits {

  private CutEdits() {}

  static Mesh split(Mesh mesh, Edit.Split split) {
    Step start = split.line().get(0);
    Face grid = mesh.grid(split.grid(), start);
    OwnerEdits.requireOpen(grid, start);
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
    Face taker = mesh.faces().containsKey(carve.grid()) ? mesh.grid(carve.grid(), at) : null;
    if (taker != null) {
      OwnerEdits.requireOpen(taker, at);
      open.add(taker.id());
    } else if (carve.grid() <= Mesh.OUTSIDE) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.ID_TAKEN, at, carve.grid()));
    }
    Pieces pieces = Pieces.of(mesh, open, Outlines.of(area));
    Predicate<Pieces.Piece> isWanted =
        p -> SimplePointInAreaLocator.locate(p.inside(), area) == Location.INTERIOR;
    // A line drawn along a border is pulled onto its vertices; what stays beyond is no ground then.
    pieces.beyond().stream()
        .filter(p -> p.width() >= Pieces.SNAP_STEPS && isWanted.test(p))
        .findFirst()
        .ifPresent(
            p -> {
              Step place = Step.of(p.inside());
              throw new Refusal(MeshFault.at(MeshFault.Kind.OUTSIDE, place, carve.grid()));
            });
    List<Pieces.Piece> wanted = pieces.pieces().stream().filter(isWanted).toList();
    Set<Long> communities = new HashSet<>();
    wanted.stream()
        .filter(p -> p.width() >= Pieces.SNAP_STEPS)
        .forEach(p -> communities.add(mesh.community(p.grid())));
    if (communities.isEmpty()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OUTSIDE, at, carve.grid()));
    }
    if (taker != null) {
      communities.add(taker.community());
    }
    if (communities.size() > 1) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OTHER_COMMUNITY, at, carve.grid()));
    }
    List<Pieces.Piece> taken =
        wanted.stream().filter(p -> communities.contains(mesh.community(p.grid()))).toList();
    Map<Long, Face> faces = new TreeMap<>(mesh.faces());
    faces.putIfAbsent(carve.grid(), new Face(carve.grid(), communities.iterator().next(), false));
    ToLongFunction<Pieces.Piece> owner = p -> taken.contains(p) ? carve.grid() : p.grid();
    return mesh.with(faces, pieces.edges(owner));
  }
}
