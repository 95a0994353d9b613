package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * All lines of the ground, in steps, noded on the lattice, and the faces between them. Long lines
 * get vertices in between, so that cells along them end where they should.
 */
final class Linework {

  private static final double SPACING_METRES = 20;

  /**
   * What a line does to a grid that lies on both its sides.
   *
   * @param weight of a metre
   */
  record Strength(double weight, boolean forbidden) {
    static final Strength NONE = new Strength(0, false);

    private Strength with(Strength other) {
      return new Strength(Math.max(weight, other.weight), forbidden || other.forbidden);
    }
  }

  private final GeometryFactory factory = new GeometryFactory();
  private final Scale scale;
  private final List<SegmentString> lines = new ArrayList<>();
  private final Set<Coordinate> given = new HashSet<>();
  private final Set<Coordinate> made = new HashSet<>();
  private final Map<Segment, Strength> barriers = new HashMap<>();

  Linework(Scale scale) {
    this.scale = scale;
  }

  /** Lines, or the outlines of areas; dense ones stay as they are. */
  void add(Geometry steps, Strength strength, boolean dense) {
    for (Object line : LinearComponentExtracter.getLines(steps)) {
      Coordinate[] vertices = distinct(((LineString) line).getCoordinates());
      if (vertices.length > 1) {
        given.addAll(List.of(vertices));
        lines.add(new NodedSegmentString(dense ? vertices : densified(vertices), strength));
      }
    }
  }

  private static Coordinate[] distinct(Coordinate[] vertices) {
    List<Coordinate> distinct = new ArrayList<>();
    for (Coordinate vertex : vertices) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals2D(vertex)) {
        distinct.add(vertex);
      }
    }
    return distinct.toArray(Coordinate[]::new);
  }

  private Coordinate[] densified(Coordinate[] vertices) {
    List<Coordinate> dense = new ArrayList<>();
    for (int i = 0; i + 1 < vertices.length; i++) {
      // the same points whichever way the line is walked: two outlines may share it
      boolean forth = vertices[i].compareTo(vertices[i + 1]) <= 0;
      Coordinate a = vertices[forth ? i : i + 1];
      Coordinate b = vertices[forth ? i + 1 : i];
      int pieces = (int) Math.max(1, Math.ceil(scale.metres(a, b) / SPACING_METRES));
      dense.add(vertices[i]);
      for (int k = 1; k < pieces; k++) {
        double share = (forth ? k : pieces - k) / (double) pieces;
        dense.add(
            new Coordinate(
                Math.rint(a.x + (b.x - a.x) * share), Math.rint(a.y + (b.y - a.y) * share)));
      }
    }
    dense.add(vertices[vertices.length - 1]);
    return dense.toArray(Coordinate[]::new);
  }

  /** The faces, valid polygons with holes; what ends blindly borders none. */
  List<Polygon> faces() {
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(lines);
    Polygonizer polygonizer = new Polygonizer();
    Set<List<Coordinate>> seen = new HashSet<>();
    for (Object noded : (Collection<?>) noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) noded;
      Coordinate[] vertices = string.getCoordinates();
      Strength strength = (Strength) string.getData();
      for (int i = 0; i + 1 < vertices.length; i++) {
        barriers.merge(Segment.of(vertices[i], vertices[i + 1]), strength, Strength::with);
      }
      for (Coordinate vertex : vertices) {
        if (!given.contains(vertex)) {
          made.add(vertex);
        }
      }
      if (seen.add(canonical(vertices))) {
        polygonizer.add(factory.createLineString(vertices));
      }
    }
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      polygon.normalize();
      faces.add(polygon);
    }
    // the polygonizer's order hangs on where objects lie in memory
    faces.sort(null);
    return faces;
  }

  private static List<Coordinate> canonical(Coordinate[] vertices) {
    List<Coordinate> list = new ArrayList<>(List.of(vertices));
    int n = vertices.length;
    for (int i = 0; i < n / 2; i++) {
      int order = vertices[i].compareTo(vertices[n - 1 - i]);
      if (order != 0) {
        if (order > 0) {
          Collections.reverse(list);
        }
        break;
      }
    }
    return list;
  }

  /** What runs along a segment between two vertices, or null. */
  @Nullable Strength along(Segment segment) {
    return barriers.get(segment);
  }

  /** Vertices put into lines that were straight there. */
  Set<Coordinate> made() {
    return made;
  }
}
