package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The faults of a mesh, without repairs. */
final class Faults {

  /**
   * A border drawn along a wall may run this far inside it: each was pulled onto the vertices of
   * the other, and rounded. In steps of a millimetre.
   */
  private static final double WALL_STEPS = 2 * Crossings.LEAST_STEPS;

  private final Mesh mesh;
  private final double sliverSteps;
  private final STRtree grounds = new STRtree();
  private final Map<Long, PreparedGeometry> prepared = new HashMap<>();

  Faults(Mesh mesh, double sliverSteps) {
    this.mesh = mesh;
    this.sliverSteps = sliverSteps;
    mesh.faces().keySet().forEach(id -> grounds.insert(mesh.ground(id).getEnvelopeInternal(), id));
  }

  List<GroundFault> all(Collection<Building> buildings) {
    return of(mesh.faces().keySet(), buildings);
  }

  List<GroundFault> of(Set<Long> faces, Collection<Building> buildings) {
    List<GroundFault> found = new ArrayList<>();
    for (Face face : mesh.faces().values()) {
      if (faces.contains(face.id()) && !face.held()) {
        look(face, mesh.ground(face.id()), found);
      }
    }
    buildings.forEach(building -> look(building, found));
    return found;
  }

  private void look(Face face, Geometry ground, List<GroundFault> found) {
    switch (face.ground()) {
      case LEFTOVER -> found.add(fault(GroundFault.Kind.GAP, ground, List.of(face.id()), 0));
      case DISPUTED -> found.add(fault(GroundFault.Kind.OVERLAP, ground, withClaims(face), 0));
      case STRAY -> found.add(fault(GroundFault.Kind.OUTSIDE, ground, withClaims(face), 0));
      case GRID -> lookAtParts(face, ground, found);
    }
  }

  private static List<Long> withClaims(Face face) {
    List<Long> faces = new ArrayList<>(face.claims());
    faces.add(face.id());
    Collections.sort(faces);
    return faces;
  }

  /** Every part but the largest, and any that is narrow. */
  private void lookAtParts(Face face, Geometry ground, List<GroundFault> found) {
    int largest = largest(ground);
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      Geometry part = ground.getGeometryN(i);
      if (Outlines.widthSteps(part) < sliverSteps) {
        found.add(fault(GroundFault.Kind.SLIVER, part, List.of(face.id()), 0));
      } else if (i != largest) {
        found.add(fault(GroundFault.Kind.MULTI_PART, part, List.of(face.id()), 0));
      }
    }
  }

  private static int largest(Geometry ground) {
    int largest = 0;
    for (int i = 1; i < ground.getNumGeometries(); i++) {
      if (ground.getGeometryN(i).getArea() > ground.getGeometryN(largest).getArea()) {
        largest = i;
      }
    }
    return largest;
  }

  private void look(Building building, List<GroundFault> found) {
    Geometry footprint = building.footprint();
    List<Long> near = near(footprint);
    if (near.stream().noneMatch(id -> mesh.isOpen(id))) {
      return;
    }
    if (gridOf(building, near) == Mesh.OUTSIDE) {
      double area = Metres.square(footprint);
      found.add(
          new GroundFault(
              GroundFault.Kind.BUILDING_IN_NO_GRID,
              building.inside(),
              List.of(),
              building.id(),
              area,
              List.of()));
    }
    if (near.stream().noneMatch(id -> prepared(id).covers(footprint))) {
      lookAtCut(building, near, found);
    }
  }

  /** On a shared border the least id has it, as everywhere in the register. */
  private long gridOf(Building building, List<Long> near) {
    Geometry inside = Tracing.FACTORY.createPoint(building.inside());
    return near.stream()
        .filter(id -> id > Mesh.OUTSIDE && prepared(id).covers(inside))
        .min(Comparator.naturalOrder())
        .orElse(Mesh.OUTSIDE);
  }

  private void lookAtCut(Building building, List<Long> near, List<GroundFault> found) {
    Geometry footprint = building.footprint();
    List<Long> faces = new ArrayList<>();
    Geometry smallest = null;
    double rest = footprint.getArea();
    for (Long id : near) {
      Geometry part = OverlayNGRobust.overlay(footprint, mesh.ground(id), OverlayNG.INTERSECTION);
      rest -= part.getArea();
      if (part.getArea() > 0 && Outlines.widthSteps(part) > WALL_STEPS) {
        faces.add(id);
        if (smallest == null || part.getArea() < smallest.getArea()) {
          smallest = part;
        }
      }
    }
    boolean sticksOut = rest * Step.PER_DEGREE > footprint.getLength() * WALL_STEPS;
    if (smallest != null && (faces.size() > 1 || sticksOut)) {
      Collections.sort(faces);
      found.add(fault(GroundFault.Kind.BUILDING_CUT, smallest, faces, building.id()));
    }
  }

  private List<Long> near(Geometry footprint) {
    List<Long> near = new ArrayList<>();
    for (Object id : grounds.query(footprint.getEnvelopeInternal())) {
      if (prepared((Long) id).intersects(footprint)) {
        near.add((Long) id);
      }
    }
    return near;
  }

  private PreparedGeometry prepared(long id) {
    return prepared.computeIfAbsent(id, k -> PreparedGeometryFactory.prepare(mesh.ground(k)));
  }

  private static GroundFault fault(
      GroundFault.Kind kind, Geometry ground, List<Long> faces, long building) {
    Coordinate at = ground.getInteriorPoint().getCoordinate();
    return new GroundFault(kind, at, faces, building, Metres.square(ground), List.of());
  }
}
