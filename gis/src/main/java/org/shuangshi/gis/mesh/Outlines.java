package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.Lattice;

/** Polygons as closed rings of lattice steps. */
final class Outlines {

  private Outlines() {}

  /** Refused where a vertex would have to move, or the polygon is none. */
  static void requireReadable(Geometry polygon, long grid) {
    Step at = polygon.isEmpty() ? new Step(0, 0) : Step.of(polygon.getCoordinate());
    if (!Lattice.isOn(polygon)) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.OFF_LATTICE, at, grid));
    }
    if (polygon.isEmpty() || !polygon.isValid()) {
      throw new Refusal(MeshFault.at(MeshFault.Kind.INVALID, at, grid));
    }
  }

  /** Closed rings with the ground to the left. */
  static List<List<Step>> of(Geometry polygonal) {
    List<List<Step>> rings = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      if (polygonal.getGeometryN(i) instanceof Polygon part) {
        add(rings, part.getExteriorRing(), true);
        for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
          add(rings, part.getInteriorRingN(hole), false);
        }
      }
    }
    return rings;
  }

  /** Twice the area by the length of the outline in steps: the width of a long strip. */
  static double widthSteps(Geometry degrees) {
    return 2 * degrees.getArea() / degrees.getLength() * Step.PER_DEGREE;
  }

  /** A ring that rounding has left no three vertices is none. */
  private static void add(List<List<Step>> rings, Geometry line, boolean anticlockwise) {
    List<Step> steps = new ArrayList<>();
    for (Coordinate coordinate : line.getCoordinates()) {
      Step step = Step.of(coordinate);
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
        steps.add(step);
      }
    }
    if (steps.size() < 4) {
      return;
    }
    if (Rings.isAnticlockwise(steps.subList(0, steps.size() - 1)) != anticlockwise) {
      Collections.reverse(steps);
    }
    rings.add(steps);
  }
}
