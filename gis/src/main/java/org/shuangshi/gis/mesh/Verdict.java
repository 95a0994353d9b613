package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuangshi.gis.mesh.Strand.Claimant;

/**
 * Whose a piece of ground is, by who claims it.
 *
 * <p>1. Where a community's border is known, its ground is its grids' alone. 2. A held grid keeps
 * what it claims, and is refused where another held one or a community's border says otherwise. 3.
 * Otherwise one grid that claims it has it, several dispute it.
 *
 * @param grid whose it is, {@link Mesh#OUTSIDE} where it is no single grid's
 * @param claims grids that might have it; for stray ground those that claim it
 * @param losers grids that claim it, might have had it, and do not get it
 * @param trespassers grids that claim it outside their own community
 */
record Verdict(
    Face.Ground ground,
    long grid,
    long community,
    List<Long> claims,
    List<Long> losers,
    List<Long> trespassers) {

  static Verdict on(Claims.Piece piece, Map<Long, Face> faces, Set<Long> knownRegions) {
    long region = 0;
    for (Claimant claimant : piece.claimants()) {
      if (claimant.isRegion() && region != 0) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.REGIONS_OVERLAP, piece.inside()));
      }
      region = claimant.isRegion() ? claimant.id() : region;
    }
    List<Long> rightful = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    long holder = Mesh.OUTSIDE;
    for (Claimant claimant : piece.claimants()) {
      Face face = claimant.isRegion() ? null : faces.get(claimant.id());
      if (face != null) {
        long known = knownRegions.contains(face.community()) ? face.community() : 0;
        (known == region ? rightful : others).add(face.id());
        if (face.held()) {
          requireNoOther(piece, known == region, holder, face.id());
          holder = face.id();
        }
      }
    }
    if (holder != Mesh.OUTSIDE || rightful.size() == 1) {
      long grid = holder != Mesh.OUTSIDE ? holder : rightful.get(0);
      rightful.remove(grid);
      long community = community(faces, grid, region);
      return new Verdict(Face.Ground.GRID, grid, community, List.of(), rightful, others);
    }
    if (rightful.size() > 1) {
      long community = community(faces, rightful.get(0), region);
      return new Verdict(
          Face.Ground.DISPUTED, Mesh.OUTSIDE, community, rightful, List.of(), others);
    }
    return region == 0
        ? new Verdict(Face.Ground.STRAY, Mesh.OUTSIDE, 0, others, List.of(), List.of())
        : new Verdict(Face.Ground.LEFTOVER, Mesh.OUTSIDE, region, others, List.of(), others);
  }

  /** What is fixed must not be at odds among itself: nothing here may give way. */
  private static void requireNoOther(
      Claims.Piece piece, boolean isRightful, long holder, long grid) {
    if (!isRightful) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OUTSIDE, piece.inside(), grid));
    }
    if (holder != Mesh.OUTSIDE) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OVERLAP, piece.inside(), holder, grid));
    }
  }

  /** The same where one of those that dispute it gets it. */
  Verdict givenTo(long grid) {
    List<Long> others = claims.stream().filter(id -> id != grid).toList();
    return new Verdict(Face.Ground.GRID, grid, community, List.of(), others, trespassers);
  }

  private static long community(Map<Long, Face> faces, long grid, long region) {
    Face face = faces.get(grid);
    return face == null ? region : face.community();
  }
}
