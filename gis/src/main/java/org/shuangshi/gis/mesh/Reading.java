package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Polygons read as they come from files: crossing, apart, invalid, off the lattice.
 *
 * <pre>{@code
 * Reading reading = Reading.of(faces, polygons, regions, new Tolerance(50, 2000, 2000));
 * reading.changes().forEach(change -> report(change.grid(), change.message()));
 * }</pre>
 *
 * <p>What is wider than the tolerance stays in the mesh as a face of its own, leftover, disputed or
 * stray: {@link Inspection} names it and proposes whose it should be.
 *
 * @param outcome the mesh, or why there is none
 * @param changes everything that was changed on the way; empty for a clean coverage
 */
public record Reading(Outcome outcome, List<Change> changes) {

  public Reading {
    changes = List.copyOf(changes);
  }

  /**
   * Reads. Refused where a grid loses all its ground, communities or held grids overlap, or a
   * coordinate is none.
   *
   * @param faces the grids; a held one keeps every vertex
   * @param polygons by the grid's id, in degrees
   * @param regions polygons of communities by id, in degrees, valid and on the lattice: borders
   *     that only get new vertices. Grids of other communities may lie beyond them
   */
  public static Reading of(
      Collection<Face> faces,
      Map<Long, Geometry> polygons,
      Map<Long, Geometry> regions,
      Tolerance tolerance) {
    List<Change> changes = new ArrayList<>();
    try {
      Map<Long, Face> grids = Mesh.byId(faces, polygons);
      Mesh mesh = new Mending(grids, polygons, regions, tolerance, changes).mesh();
      return new Reading(new Outcome.Accepted(mesh), changes);
    } catch (Refusal refusal) {
      return new Reading(new Outcome.Refused(refusal.fault()), changes);
    }
  }
}
