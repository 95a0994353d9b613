package org.shuangshi.intake.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A building: what it is, where it stands, and what door leads to it. Small: a city holds many. */
final class Building {
  final int index;
  final Kind kind;
  final Cell cell;
  final int floors;
  final int below;

  /** Stairs with flats of their own; 0: one door, no 单元. */
  final int entrances;

  /** Units to a floor and entrance. */
  final int perFloor;

  final int year;

  /** Lattice steps from the first vertex, x and y in turn. */
  private final int[] ring;

  private final long x0;
  private final long y0;

  /** Compound it belongs to, and its number there: 3幢. */
  @Nullable Compound compound;

  int number;

  /** Road and door plate, where it has one of its own; 附号 for what stands behind a door. */
  int road = -1;

  int door;
  int suffix;

  /** Door plate as a given file has it, instead of the number. */
  @Nullable String plate;

  /** Key in the file it comes from; null for one drawn here. */
  private @Nullable String given;

  /** A name people use: 澄湖大厦. */
  @Nullable String name;

  record Body(int floors, int below, int entrances, int perFloor, int year) {
    static Body low(int floors, int perFloor, int year) {
      return new Body(floors, 0, 0, perFloor, year);
    }
  }

  Building(int index, Kind kind, Cell cell, Shape shape, Body body) {
    this.index = index;
    this.kind = kind;
    this.cell = cell;
    floors = body.floors();
    below = body.below();
    entrances = body.entrances();
    perFloor = body.perFloor();
    year = body.year();
    Coordinate first = Lattice.fromMetres(shape.xs()[0], shape.ys()[0]);
    x0 = (long) first.x;
    y0 = (long) first.y;
    ring = new int[2 * shape.size()];
    for (int i = 0; i < shape.size(); i++) {
      Coordinate c = Lattice.fromMetres(shape.xs()[i], shape.ys()[i]);
      ring[2 * i] = (int) ((long) c.x - x0);
      ring[2 * i + 1] = (int) ((long) c.y - y0);
    }
  }

  /** One whose footprint somebody else has drawn. */
  static Building of(Given given, int index, Cell cell) {
    Coordinate[] ring = given.footprint().getExteriorRing().getCoordinates();
    double[] xs = new double[ring.length - 1];
    double[] ys = new double[ring.length - 1];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = Lattice.eastMetres(ring[i].x);
      ys[i] = Lattice.northMetres(ring[i].y);
    }
    Building building = new Building(index, given.kind(), cell, new Shape(xs, ys), given.body());
    building.given = given.key();
    building.name = given.name();
    return building;
  }

  String key() {
    String own = given;
    return own != null ? own : CityFiles.key("B", index + 1L);
  }

  /** As people say it: its name, or its number in the compound. */
  @Nullable String label() {
    if (name != null) {
      return name;
    }
    return compound == null ? null : number + "幢";
  }

  /** In lattice steps. */
  Polygon footprint() {
    Coordinate[] points = new Coordinate[ring.length / 2 + 1];
    for (int i = 0; i < points.length - 1; i++) {
      points[i] = new Coordinate(x0 + ring[2 * i], y0 + ring[2 * i + 1]);
    }
    points[points.length - 1] = points[0].copy();
    return Lattice.WHOLE.createPolygon(points);
  }

  double areaSquareMetres() {
    return Lattice.areaSquareMetres(footprint());
  }

  /** Middle of the vertices, metres. */
  double[] middle() {
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.length; i += 2) {
      x += ring[i];
      y += ring[i + 1];
    }
    int n = ring.length / 2;
    return new double[] {Lattice.eastMetres(x0 + x / n), Lattice.northMetres(y0 + y / n)};
  }

  /** Door of an entrance, counted from 0 at the west end of the north side; metres. */
  double[] entranceAt(int entrance) {
    int n = ring.length / 2;
    double t = (entrance + 0.5) / Math.max(1, entrances);
    double wx = x0 + ring[2 * n - 2];
    double wy = y0 + ring[2 * n - 1];
    double ex = x0 + ring[4];
    double ey = y0 + ring[5];
    return new double[] {
      Lattice.eastMetres(wx + t * (ex - wx)), Lattice.northMetres(wy + t * (ey - wy))
    };
  }
}
