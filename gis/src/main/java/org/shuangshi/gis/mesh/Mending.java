package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.GeometryCheck;
import org.shuangshi.gis.geometry.Lattice;

/** The steps of {@link Reading}: round, bring together, say whose it is, close what is narrow. */
final class Mending {

  private final Map<Long, Face> grids;
  private final Map<Long, Geometry> rounded = new TreeMap<>();
  private final Map<Long, Geometry> regions;
  private final Tolerance tolerance;
  private final List<Change> changes;

  Mending(
      Map<Long, Face> grids,
      Map<Long, Geometry> polygons,
      Map<Long, Geometry> regions,
      Tolerance tolerance,
      List<Change> changes) {
    this.grids = grids;
    this.regions = regions;
    this.tolerance = tolerance;
    this.changes = changes;
    for (Long id : grids.keySet()) {
      rounded.put(id, rounded(id, Objects.requireNonNull(polygons.get(id))));
    }
  }

  private Geometry rounded(long grid, Geometry read) {
    Geometry result = Lattice.round(read);
    Coordinate[] before = read.getCoordinates();
    Coordinate[] after = result.getCoordinates();
    double farthest = 0;
    Coordinate at = after[0];
    for (int i = 0; i < before.length; i++) {
      if (!(Math.abs(before[i].x) <= 180 && Math.abs(before[i].y) <= 90)) {
        throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, new Step(0, 0), grid));
      }
      double distance = before[i].distance(after[i]);
      if (distance > farthest) {
        farthest = distance;
        at = after[i];
      }
    }
    if (farthest > 0) {
      // A vertex moves by less than a step: in metres a step north is the most it can be.
      double metres = farthest * Metres.perDegreeNorth(at.y);
      changes.add(new Change(Change.Kind.ROUNDED, grid, at, 0, metres));
    }
    GeometryCheck.validityFault(result)
        .ifPresent(
            fault -> {
              Coordinate place = fault.at() == null ? after[0] : fault.at();
              changes.add(new Change(Change.Kind.MADE_VALID, grid, place, 0, 0));
            });
    return result;
  }

  Mesh mesh() {
    List<Strand> read = Strand.asTheyAre(grids, rounded, regions);
    Gathering gathered = Gathering.of(read, tolerance.snapSteps());
    requireApart(gathered.strands());
    Map<Claims.Piece, Verdict> verdicts = new LinkedHashMap<>();
    for (Claims.Piece piece : Claims.pieces(gathered.strands())) {
      verdicts.put(piece, Verdict.on(piece, grids, regions.keySet()));
    }
    giveToLandless(verdicts);
    Assembly assembly = new Assembly(grids);
    verdicts.forEach(
        (piece, verdict) -> {
          report(piece, verdict);
          assembly.add(piece, verdict);
        });
    Moves moves = new Moves(read, gathered);
    Mesh mesh = moves.withoutIdleNodes(closed(assembly.mesh())).keeping(rounded);
    changes.addAll(moves.changes(mesh));
    return mesh;
  }

  /** What outlines that keep every vertex are among themselves is theirs. */
  private static void requireApart(List<Strand> strands) {
    List<Edge> bare = Strand.bare(strands);
    Mesh.requireApart(bare, (edge, segment) -> true, 0);
    Set<Edge> fixed =
        new HashSet<>(Strand.bare(strands.stream().filter(s -> s.of().fixed()).toList()));
    Mesh.requireApart(bare, (edge, segment) -> !fixed.contains(edge), Crossings.LEAST_STEPS);
  }

  /**
   * A grid with no ground of its own lies within others, as a dedicated one drawn over an ordinary
   * one does: it has what it claims, the smallest first.
   */
  private void giveToLandless(Map<Claims.Piece, Verdict> verdicts) {
    Set<Long> landless = new HashSet<>(grids.keySet());
    verdicts.values().forEach(verdict -> landless.remove(verdict.grid()));
    List<Long> order = new ArrayList<>(landless);
    order.sort(
        Comparator.<Long>comparingDouble(id -> ground(id).getArea())
            .thenComparing(Comparator.naturalOrder()));
    for (Long grid : order) {
      boolean[] found = new boolean[1];
      verdicts.replaceAll(
          (piece, verdict) -> {
            if (verdict.ground() != Face.Ground.DISPUTED || !verdict.claims().contains(grid)) {
              return verdict;
            }
            found[0] = true;
            return verdict.givenTo(grid);
          });
      if (!found[0]) {
        Step at = Step.of(ground(grid).getCoordinate());
        throw new Refusal(MeshFault.at(MeshFault.Kind.SWALLOWS_GRID, at, grid));
      }
    }
  }

  private Geometry ground(long grid) {
    return Objects.requireNonNull(rounded.get(grid));
  }

  private void report(Claims.Piece piece, Verdict verdict) {
    verdict.losers().forEach(id -> lost(Change.Kind.OVERLAP_CUT, id, piece.polygon()));
    verdict.trespassers().forEach(id -> lost(Change.Kind.OUTSIDE_CUT, id, piece.polygon()));
  }

  private void lost(Change.Kind kind, long grid, Geometry ground) {
    Coordinate at = ground.getInteriorPoint().getCoordinate();
    changes.add(new Change(kind, grid, at, -Metres.square(ground), 0));
  }

  /** Narrow ground given away, until none is left that somebody may have. */
  private Mesh closed(Mesh read) {
    Mesh mesh = read;
    while (true) {
      Borders borders = Borders.of(mesh);
      Map<Long, Long> to = new TreeMap<>();
      for (Face face : mesh.faces().values()) {
        if (!face.isGrid()) {
          decide(face, mesh.ground(face.id()), borders, to);
        }
      }
      if (to.isEmpty()) {
        return mesh;
      }
      mesh = OwnerEdits.give(mesh, to);
    }
  }

  private void decide(Face face, Geometry ground, Borders borders, Map<Long, Long> to) {
    double width = Outlines.widthSteps(ground);
    switch (face.ground()) {
      case LEFTOVER -> {
        long closer = width <= tolerance.gapSteps() ? borders.closer(face.id()) : Mesh.OUTSIDE;
        if (closer != Mesh.OUTSIDE) {
          to.put(face.id(), closer);
          Coordinate at = ground.getInteriorPoint().getCoordinate();
          double area = Metres.square(ground);
          changes.add(new Change(Change.Kind.GAP_CLOSED, closer, at, area, 0));
        }
      }
      case DISPUTED -> {
        if (width <= tolerance.overlapSteps()) {
          long keeper = face.claims().stream().min(Comparator.naturalOrder()).orElseThrow();
          to.put(face.id(), keeper);
          face.claims().stream()
              .filter(id -> id != keeper)
              .forEach(id -> lost(Change.Kind.OVERLAP_CUT, id, ground));
        }
      }
      case STRAY -> {
        if (width <= tolerance.overlapSteps()) {
          to.put(face.id(), Mesh.OUTSIDE);
          face.claims().forEach(id -> lost(Change.Kind.OUTSIDE_CUT, id, ground));
        }
      }
      case GRID -> throw new IllegalArgumentException("a grid is no loose ground");
    }
  }
}
