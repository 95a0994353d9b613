package org.shuangshi.gis.mesh;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/** Pieces of ground put together to a mesh; what is no single grid's becomes a face of its own. */
final class Assembly {

  private final Map<Long, Face> faces = new TreeMap<>();
  private final Wires wires = new Wires();
  private long lastLoose;

  Assembly(Map<Long, Face> grids) {
    faces.putAll(grids);
  }

  void add(Claims.Piece piece, Verdict verdict) {
    long id = verdict.grid();
    if (verdict.ground() != Face.Ground.GRID) {
      lastLoose--;
      id = lastLoose;
      faces.put(id, new Face(id, verdict.community(), false, verdict.ground(), verdict.claims()));
    }
    for (List<Step> ring : piece.rings()) {
      wires.addRing(ring, id);
    }
  }

  Mesh mesh() {
    List<Edge> edges = wires.edges();
    return new Mesh(faces, edges, Tracing.polygons(faces.keySet(), edges, Map.of(), null));
  }

  /** Polygons that meet edge to edge in communities they fill or leave gaps in. */
  static Mesh strict(
      Map<Long, Face> grids, Map<Long, Geometry> polygons, Map<Long, Geometry> regions) {
    List<Strand> strands = Strand.of(grids, polygons, regions);
    Mesh.requireApart(Strand.bare(strands), (edge, segment) -> true, 0);
    Assembly assembly = new Assembly(grids);
    for (Claims.Piece piece : Claims.pieces(strands)) {
      Verdict verdict = Verdict.on(piece, grids, regions.keySet());
      requireClear(piece, verdict);
      assembly.add(piece, verdict);
    }
    return assembly.mesh().keeping(polygons);
  }

  /** Of one grid and no other, or of a community and no grid. */
  private static void requireClear(Claims.Piece piece, Verdict verdict) {
    Set<Long> concerned = new LinkedHashSet<>(verdict.claims());
    concerned.addAll(verdict.losers());
    concerned.addAll(verdict.trespassers());
    if (!concerned.isEmpty() && verdict.grid() != Mesh.OUTSIDE) {
      concerned.add(verdict.grid());
    }
    if (!concerned.isEmpty()) {
      boolean isOverlap = verdict.ground() == Face.Ground.DISPUTED || !verdict.losers().isEmpty();
      MeshFault.Kind kind = isOverlap ? MeshFault.Kind.OVERLAP : MeshFault.Kind.OUTSIDE;
      throw new Refusal(MeshFault.at(kind, piece.inside(), concerned.toArray(Long[]::new)));
    }
  }
}
