package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Part of an outline.
 *
 * @param chain with the ground of whom it is to its left
 */
record Strand(Claimant of, List<Step> chain) {

  /**
   * Who says that ground is theirs.
   *
   * @param id of a grid, or of a community where {@code isRegion}
   * @param fixed whether the outline may take new vertices only
   */
  record Claimant(long id, boolean isRegion, boolean fixed) {}

  /** The outlines of grids and communities; refused where a polygon cannot be read as it is. */
  static List<Strand> of(
      Map<Long, Face> faces, Map<Long, Geometry> polygons, Map<Long, Geometry> regions) {
    for (Long id : faces.keySet()) {
      Outlines.requireReadable(Objects.requireNonNull(polygons.get(id)), id);
    }
    return asTheyAre(faces, polygons, regions);
  }

  /** As {@link #of}, but the polygons of grids may be invalid; they are on the lattice. */
  static List<Strand> asTheyAre(
      Map<Long, Face> faces, Map<Long, Geometry> polygons, Map<Long, Geometry> regions) {
    List<Strand> strands = new ArrayList<>();
    regions.forEach(
        (id, region) -> {
          Outlines.requireReadable(region, id);
          add(strands, new Claimant(id, true, true), region);
        });
    for (Face face : faces.values()) {
      Geometry polygon = polygons.get(face.id());
      if (polygon != null) {
        add(strands, new Claimant(face.id(), false, face.held()), polygon);
      }
    }
    return strands;
  }

  private static void add(List<Strand> strands, Claimant of, Geometry polygon) {
    List<List<Step>> rings = Outlines.of(polygon);
    if (rings.isEmpty()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, new Step(0, 0), of.id()));
    }
    rings.forEach(ring -> strands.add(new Strand(of, ring)));
  }

  /** Segments without sides, to be looked at for crossings. */
  static List<Edge> bare(List<Strand> strands) {
    Set<Edge> bare = new LinkedHashSet<>();
    for (Strand strand : strands) {
      for (int i = 0; i + 1 < strand.chain.size(); i++) {
        Segment segment = Segment.of(strand.chain.get(i), strand.chain.get(i + 1));
        bare.add(new Edge(List.of(segment.a(), segment.b()), Mesh.OUTSIDE, Mesh.OUTSIDE));
      }
    }
    return List.copyOf(bare);
  }
}
