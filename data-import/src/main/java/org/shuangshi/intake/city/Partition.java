package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cuts the plane along lines into faces with vertices on the lattice.
 *
 * <p>The lines are noded by snap rounding to whole lattice steps, so every vertex two faces share
 * is the same vertex, and each end of a line on another is a vertex of both. Faces come in a fixed
 * order, with a fixed first vertex.
 */
final class Partition {

  /** An edge of the noded lines, whichever way it is walked; in lattice steps. */
  record Edge(long ax, long ay, long bx, long by) {
    static Edge of(Coordinate a, Coordinate b) {
      boolean ordered = a.compareTo(b) <= 0;
      Coordinate p = ordered ? a : b;
      Coordinate q = ordered ? b : a;
      return new Edge((long) p.x, (long) p.y, (long) q.x, (long) q.y);
    }
  }

  private final Map<Edge, Draft.Line> edges = new LinkedHashMap<>();
  private final List<Polygon> faces = new ArrayList<>();

  Partition(List<Draft.Line> lines) {
    node(lines);
    Polygonizer polygonizer = new Polygonizer();
    for (Edge edge : edges.keySet()) {
      polygonizer.add(
          Lattice.WHOLE.createLineString(
              new Coordinate[] {
                new Coordinate(edge.ax(), edge.ay()), new Coordinate(edge.bx(), edge.by())
              }));
    }
    for (Object each : polygonizer.getPolygons()) {
      Polygon face = (Polygon) each;
      face.normalize();
      faces.add(face.reverse());
    }
    faces.sort(Comparator.comparing(face -> face, Polygon::compareTo));
  }

  private void node(List<Draft.Line> lines) {
    List<NodedSegmentString> strings = new ArrayList<>();
    for (Draft.Line line : lines) {
      Track track = line.track();
      List<Coordinate> points = new ArrayList<>();
      for (int i = 0; i < track.size(); i++) {
        Coordinate point = Lattice.fromMetres(track.xs()[i], track.ys()[i]);
        if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
          points.add(point);
        }
      }
      if (points.size() > 1) {
        strings.add(new NodedSegmentString(points.toArray(new Coordinate[0]), line));
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    Collection<?> noded = noder.getNodedSubstrings();
    for (Object each : noded) {
      SegmentString string = (SegmentString) each;
      Coordinate[] points = string.getCoordinates();
      Draft.Line line = (Draft.Line) string.getData();
      for (int i = 1; i < points.length; i++) {
        if (!points[i - 1].equals2D(points[i])) {
          edges.merge(Edge.of(points[i - 1], points[i]), line, Partition::stronger);
        }
      }
    }
  }

  /** Of two lines that coincide, the road. */
  private static Draft.Line stronger(Draft.Line a, Draft.Line b) {
    return a.road() >= 0 || a.river() ? a : b;
  }

  List<Polygon> faces() {
    return faces;
  }

  /**
   * The faces that lie in a plot, with what runs along their edges and who their neighbours are.
   */
  List<Cell> cells(List<Plot> plots) {
    STRtree tree = new STRtree();
    for (Plot plot : plots) {
      Envelope box = new Envelope();
      Shape outline = plot.outline();
      for (int i = 0; i < outline.size(); i++) {
        box.expandToInclude(outline.xs()[i], outline.ys()[i]);
      }
      tree.insert(box, plot);
    }
    List<Cell> cells = new ArrayList<>();
    for (Polygon face : faces) {
      Plot plot = plotOf(face, tree);
      if (plot != null) {
        cells.add(cell(cells.size(), plot, face));
      }
    }
    join(cells);
    return cells;
  }

  private static @Nullable Plot plotOf(Polygon face, STRtree tree) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    double x = Lattice.eastMetres(inside.x);
    double y = Lattice.northMetres(inside.y);
    Plot found = null;
    for (Object each : tree.query(new Envelope(x, x, y, y))) {
      Plot plot = (Plot) each;
      if (Plane.inside(plot.outline().xs(), plot.outline().ys(), x, y)
          && (found == null || plot.block() < found.block())) {
        found = plot;
      }
    }
    return found;
  }

  /** The cell that covers each point; on an edge the first. */
  static List<Cell> locate(List<Cell> cells, List<Coordinate> points) {
    STRtree tree = new STRtree();
    for (Cell cell : cells) {
      tree.insert(cell.area.getEnvelopeInternal(), cell);
    }
    List<Cell> found = new ArrayList<>();
    for (Coordinate point : points) {
      Cell best = null;
      for (Object each : tree.query(new Envelope(point))) {
        Cell cell = (Cell) each;
        boolean covers =
            PointLocation.isInRing(point, cell.area.getExteriorRing().getCoordinates());
        if (covers && (best == null || cell.index < best.index)) {
          best = cell;
        }
      }
      if (best == null) {
        throw new IllegalStateException("no cell covers " + point);
      }
      found.add(best);
    }
    return found;
  }

  private Cell cell(int index, Plot plot, Polygon face) {
    Coordinate[] ring = face.getExteriorRing().getCoordinates();
    int[] roads = new int[ring.length - 1];
    boolean[] river = new boolean[ring.length - 1];
    for (int i = 0; i < roads.length; i++) {
      Draft.Line line = edges.get(Edge.of(ring[i], ring[i + 1]));
      roads[i] = line == null ? -1 : line.road();
      river[i] = line != null && line.river();
    }
    return new Cell(index, plot.use(), plot.block(), face, roads, river);
  }

  private static void join(List<Cell> cells) {
    Map<Edge, Cell> first = new HashMap<>();
    for (Cell cell : cells) {
      Coordinate[] ring = cell.area.getExteriorRing().getCoordinates();
      for (int i = 0; i < ring.length - 1; i++) {
        Cell other = first.putIfAbsent(Edge.of(ring[i], ring[i + 1]), cell);
        if (other != null && other != cell) {
          double metres = ring[i].distance(ring[i + 1]) * 1e-3;
          other.join(cell, metres, cell.edgeRiver[i]);
          cell.join(other, metres, cell.edgeRiver[i]);
        }
      }
    }
  }
}
