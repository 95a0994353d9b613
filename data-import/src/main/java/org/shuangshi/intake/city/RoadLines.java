package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/** Centre lines as they are written: along the edges of cells, so that grids meet on them. */
final class RoadLines {
  private record Step(double along, Coordinate from, Coordinate to) {}

  private final List<Road> roads;
  private final List<List<Step>> steps = new ArrayList<>();

  RoadLines(List<Road> roads, List<Cell> cells) {
    this.roads = roads;
    Set<Partition.Edge> seen = new HashSet<>();
    for (int i = 0; i < roads.size(); i++) {
      steps.add(new ArrayList<>());
    }
    for (Cell cell : cells) {
      Coordinate[] ring = cell.area.getExteriorRing().getCoordinates();
      for (int i = 0; i < cell.edgeRoads.length; i++) {
        int road = cell.edgeRoads[i];
        if (road >= 0 && seen.add(Partition.Edge.of(ring[i], ring[i + 1]))) {
          steps.get(road).add(step(roads.get(road), ring[i], ring[i + 1]));
        }
      }
    }
  }

  private static Step step(Road road, Coordinate a, Coordinate b) {
    double from = along(road, a);
    double to = along(road, b);
    return from <= to ? new Step((from + to) / 2, a, b) : new Step((from + to) / 2, b, a);
  }

  private static double along(Road road, Coordinate c) {
    return road.project(Lattice.eastMetres(c.x), Lattice.northMetres(c.y))[0];
  }

  /** In lattice steps; empty where nothing of the road bounds the district's cells. */
  MultiLineString line(Road road) {
    List<LineString> lines = new ArrayList<>();
    if (road.kind == RoadClass.PATH) {
      for (Track piece : road.pieces) {
        Coordinate[] points = new Coordinate[piece.size()];
        for (int i = 0; i < points.length; i++) {
          points[i] = Lattice.fromMetres(piece.xs()[i], piece.ys()[i]);
        }
        lines.add(Lattice.WHOLE.createLineString(points));
      }
      return Lattice.WHOLE.createMultiLineString(lines.toArray(new LineString[0]));
    }
    List<Step> ordered = new ArrayList<>(steps.get(road.index));
    ordered.sort(Comparator.comparingDouble(Step::along));
    List<Coordinate> points = new ArrayList<>();
    for (Step step : ordered) {
      if (!points.isEmpty() && !points.get(points.size() - 1).equals2D(step.from())) {
        lines.add(line(points));
        points = new ArrayList<>();
      }
      if (points.isEmpty()) {
        points.add(step.from());
      }
      points.add(step.to());
    }
    if (!points.isEmpty()) {
      lines.add(line(points));
    }
    return Lattice.WHOLE.createMultiLineString(lines.toArray(new LineString[0]));
  }

  private static LineString line(List<Coordinate> points) {
    return Lattice.WHOLE.createLineString(points.toArray(new Coordinate[0]));
  }

  List<Road> roads() {
    return roads;
  }
}
