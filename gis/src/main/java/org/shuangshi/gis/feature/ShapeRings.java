package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of the rings of a Shapefile, which tells shells from holes by direction alone: a
 * shell goes clockwise.
 *
 * <p>Files break that rule in two ways. Where no ring at all goes clockwise, directions say nothing
 * and nesting decides: a ring within an odd number of others is a hole. A hole that lies in no
 * shell is a shell of its own.
 */
final class ShapeRings {

  private final GeometryFactory factory;

  /** A ring with its area, positive where it goes clockwise. */
  private static final class Ring {
    private final LinearRing ring;
    private final double area;

    Ring(LinearRing ring, double area) {
      this.ring = ring;
      this.area = area;
    }

    Envelope box() {
      return ring.getEnvelopeInternal();
    }

    /** Whether the other lies inside; one point off the edge decides, as rings do not cross. */
    boolean holds(Ring other) {
      if (!box().contains(other.box())) {
        return false;
      }
      Coordinate[] edge = ring.getCoordinates();
      for (Coordinate point : other.ring.getCoordinates()) {
        int place = PointLocation.locateInRing(point, edge);
        if (place != Location.BOUNDARY) {
          return place == Location.INTERIOR;
        }
      }
      return Math.abs(other.area) < Math.abs(area);
    }
  }

  ShapeRings(GeometryFactory factory) {
    this.factory = factory;
  }

  Geometry assemble(Coordinate[][] parts) throws Unbuildable {
    if (parts.length == 1) {
      Polygon only = factory.createPolygon(GeometryParts.ring(factory, parts[0]));
      return factory.createMultiPolygon(new Polygon[] {only});
    }
    List<Ring> rings = new ArrayList<>();
    for (Coordinate[] part : parts) {
      LinearRing ring = GeometryParts.ring(factory, part);
      if (!ring.isEmpty()) {
        rings.add(new Ring(ring, clockwiseArea(part)));
      }
    }
    boolean directed = rings.stream().anyMatch(ring -> ring.area > 0);
    List<Ring> shells = new ArrayList<>();
    List<Ring> holes = new ArrayList<>();
    for (Ring ring : rings) {
      boolean shell = directed ? ring.area > 0 : holders(ring, rings).size() % 2 == 0;
      (shell ? shells : holes).add(ring);
    }
    return polygons(shells, holes);
  }

  private Geometry polygons(List<Ring> shells, List<Ring> holes) {
    List<List<LinearRing>> polygons = new ArrayList<>();
    shells.forEach(shell -> polygons.add(new ArrayList<>(List.of(shell.ring))));
    for (Ring hole : holes) {
      // Of nested shells the innermost is the hole's.
      holders(hole, shells).stream()
          .min(Comparator.comparingDouble(shell -> Math.abs(shell.area)))
          .map(shells::indexOf)
          .ifPresentOrElse(
              shell -> polygons.get(shell).add(hole.ring),
              () -> polygons.add(new ArrayList<>(List.of(hole.ring))));
    }
    return factory.createMultiPolygon(
        polygons.stream()
            .map(rings -> GeometryParts.polygon(factory, rings))
            .toArray(Polygon[]::new));
  }

  private static List<Ring> holders(Ring ring, List<Ring> among) {
    return among.stream().filter(other -> !other.equals(ring) && other.holds(ring)).toList();
  }

  /** Relative to the first point, as eastings have eight digits. */
  private static double clockwiseArea(Coordinate[] points) {
    Coordinate origin = points[0];
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      Coordinate a = points[i - 1];
      Coordinate b = points[i];
      sum += (b.x - origin.x) * (a.y - origin.y) - (a.x - origin.x) * (b.y - origin.y);
    }
    return sum / 2;
  }
}
