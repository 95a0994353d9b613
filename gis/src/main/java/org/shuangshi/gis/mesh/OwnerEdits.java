package org.shuangshi.gis.mesh;

import java.util.Map;
import java.util.TreeMap;

/** Edits that give whole faces away: merge, fill, drop. No vertex moves. */
final class OwnerEdits {

  private OwnerEdits() {}

  static Mesh merge(Mesh mesh, Edit.Merge merge) {
    Step near = mesh.edges().get(0).first();
    Face stays = mesh.grid(merge.grid(), near);
    Face goes = mesh.grid(merge.gone(), near);
    Step at = Step.of(mesh.ground(goes.id()).getCoordinate());
    requireOpen(stays, at);
    requireOpen(goes, at);
    requireSameCommunity(stays, goes, at);
    if (stays.id() == goes.id() || !areNeighbours(mesh, stays, goes)) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NOT_NEIGHBOURS, at, stays.id(), goes.id()));
    }
    return give(mesh, Map.of(goes.id(), stays.id()));
  }

  static Mesh fill(Mesh mesh, Edit.Fill fill) {
    Step near = mesh.edges().get(0).first();
    Face loose = loose(mesh, fill.loose(), near);
    Step at = Step.of(mesh.ground(loose.id()).getInteriorPoint().getCoordinate());
    Face taker = mesh.grid(fill.grid(), at);
    requireOpen(taker, at);
    requireSameCommunity(taker, loose, at);
    if (!areNeighbours(mesh, taker, loose) && !loose.claims().contains(taker.id())) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NOT_NEIGHBOURS, at, taker.id()));
    }
    return give(mesh, Map.of(loose.id(), taker.id()));
  }

  static Mesh drop(Mesh mesh, Edit.Drop drop) {
    Face loose = loose(mesh, drop.stray(), mesh.edges().get(0).first());
    if (loose.ground() != Face.Ground.STRAY) {
      Step at = Step.of(mesh.ground(loose.id()).getInteriorPoint().getCoordinate());
      throw new Refusal(MeshFault.at(MeshFault.Kind.OF_A_COMMUNITY, at));
    }
    return give(mesh, Map.of(loose.id(), Mesh.OUTSIDE));
  }

  /** All the faces named given to others at once, {@link Mesh#OUTSIDE} for nobody. */
  static Mesh give(Mesh mesh, Map<Long, Long> to) {
    Wires wires = new Wires();
    for (Edge edge : mesh.edges()) {
      long left = to.getOrDefault(edge.left(), edge.left());
      long right = to.getOrDefault(edge.right(), edge.right());
      if (left != right) {
        wires.add(new Edge(edge.chain(), left, right));
      }
    }
    Map<Long, Face> faces = new TreeMap<>(mesh.faces());
    faces.keySet().removeAll(to.keySet());
    return mesh.with(faces, wires.edges());
  }

  private static Face loose(Mesh mesh, long id, Step near) {
    Face face = mesh.faces().get(id);
    if (face == null || face.isGrid()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.NOT_LOOSE, near));
    }
    return face;
  }

  private static boolean areNeighbours(Mesh mesh, Face one, Face other) {
    return mesh.edges().stream().anyMatch(e -> e.touches(one.id()) && e.touches(other.id()));
  }

  private static void requireSameCommunity(Face one, Face other, Step at) {
    if (one.community() != other.community()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OTHER_COMMUNITY, at, one.id(), other.id()));
    }
  }

  static void requireOpen(Face face, Step at) {
    if (face.held()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.HELD, at, face.id()));
    }
  }
}
