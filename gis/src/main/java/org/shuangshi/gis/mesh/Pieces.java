package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The ground of some grids cut along lines; crossings are rounded to the lattice on both sides. */
final class Pieces {

  /**
   * @param grid whose ground it was, {@link Mesh#OUTSIDE} for none of the grids cut
   * @param inside a place in it, degrees
   * @param area in square steps
   * @param width of it on average, in steps
   */
  record Piece(
      long grid,
      List<Step> shell,
      List<List<Step>> rings,
      Coordinate inside,
      double area,
      double width) {}

  /** Lines this near to a vertex go through it: nearer than that the result would be refused. */
  static final double SNAP_STEPS = 3;

  private final List<Edge> cut = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> beyond = new ArrayList<>();
  private final Set<Long> grids;

  private Pieces(Set<Long> grids) {
    this.grids = grids;
  }

  static Pieces of(Mesh mesh, Set<Long> grids, List<List<Step>> lines) {
    Pieces pieces = new Pieces(grids);
    Step origin = mesh.edges().get(0).first();
    List<NodedSegmentString> strings = new ArrayList<>();
    List<Step> vertices = new ArrayList<>();
    for (Edge edge : mesh.edges()) {
      if (grids.contains(edge.left()) || grids.contains(edge.right())) {
        strings.add(new NodedSegmentString(Noding.local(edge.chain(), origin), edge));
        vertices.addAll(edge.chain());
      } else {
        pieces.cut.add(edge);
      }
    }
    for (List<Step> line : lines) {
      strings.add(new NodedSegmentString(Noding.local(through(line, vertices), origin), null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    GeometryFactory factory = new GeometryFactory();
    Polygonizer polygonizer = new Polygonizer();
    Set<Segment> seen = new HashSet<>();
    for (Object noded : noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) noded;
      List<Step> chain = Noding.steps(string, origin);
      if (string.getData() instanceof Edge edge) {
        pieces.cut.add(new Edge(chain, edge.left(), edge.right()));
      }
      for (int i = 0; i + 1 < chain.size(); i++) {
        if (seen.add(Segment.of(chain.get(i), chain.get(i + 1)))) {
          Coordinate[] ends = {string.getCoordinate(i), string.getCoordinate(i + 1)};
          polygonizer.add(factory.createLineString(ends));
        }
      }
    }
    for (Object found : polygonizer.getPolygons()) {
      pieces.add((Polygon) found, origin, mesh);
    }
    return pieces;
  }

  private void add(Polygon found, Step origin, Mesh mesh) {
    Coordinate local = found.getInteriorPoint().getCoordinate();
    Coordinate inside = new Coordinate((local.x + origin.x()) / 1e8, (local.y + origin.y()) / 1e8);
    Geometry degrees = found.copy();
    degrees.apply((Coordinate c) -> c.setCoordinate(Noding.step(c, origin).degrees()));
    degrees.geometryChanged();
    List<List<Step>> rings = Outlines.of(degrees);
    double area = found.getArea();
    double width = 2 * area / found.getLength();
    long grid = gridAt(inside, mesh);
    Piece piece = new Piece(grid, rings.get(0), rings, inside, area, width);
    (grid == Mesh.OUTSIDE ? beyond : pieces).add(piece);
  }

  private long gridAt(Coordinate inside, Mesh mesh) {
    for (long grid : grids) {
      Geometry ground = mesh.ground(grid);
      if (ground.getEnvelopeInternal().contains(inside)
          && SimplePointInAreaLocator.locate(inside, ground) == Location.INTERIOR) {
        return grid;
      }
    }
    return Mesh.OUTSIDE;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** What the lines enclose that is ground of none of the grids cut. */
  List<Piece> beyond() {
    return beyond;
  }

  /** The edges when each piece has the owner named. */
  List<Edge> edges(ToLongFunction<Piece> owner) {
    Wires wires = new Wires();
    for (Edge edge : cut) {
      long left = grids.contains(edge.left()) ? Mesh.OUTSIDE : edge.left();
      long right = grids.contains(edge.right()) ? Mesh.OUTSIDE : edge.right();
      wires.add(new Edge(edge.chain(), left, right));
    }
    for (Piece piece : pieces) {
      piece.rings().forEach(ring -> wires.addRing(ring, owner.applyAsLong(piece)));
    }
    return wires.edges();
  }

  /** The line drawn through the vertices it passes too near to. */
  private static List<Step> through(List<Step> line, List<Step> vertices) {
    List<Step> result = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Step step = line.get(i);
      if (i > 0) {
        Step before = line.get(i - 1);
        vertices.stream()
            .filter(v -> v.distance(before, step) < SNAP_STEPS)
            .sorted((v, w) -> Double.compare(v.distance(before), w.distance(before)))
            .forEach(v -> append(result, v));
      }
      append(
          result,
          vertices.stream().filter(v -> v.distance(step) < SNAP_STEPS).findFirst().orElse(step));
    }
    return result;
  }

  private static void append(List<Step> line, Step step) {
    if (line.isEmpty() || !line.get(line.size() - 1).equals(step)) {
      line.add(step);
    }
  }
}
