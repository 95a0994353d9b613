package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The places the register holds, in cells, to find the near ones. */
final class Register {

  /** Where files may lie when the register is still empty: China. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  /** A new file may well reach beyond what is there, to the next district. */
  private static final double MARGIN_DEGREES = 0.3;

  private static final double CELL_METRES = 500;

  private final List<Coordinate> places;
  private final Envelope area;
  private final Plane plane;
  private final Map<Long, List<Coordinate>> cells = new HashMap<>();

  /**
   * @param places lon, lat in degrees of CGCS2000
   * @param known the area of all it holds, of which the places are a part; null: of the places
   */
  Register(List<Coordinate> places, @Nullable Envelope known) {
    this.places = places;
    if (places.isEmpty()) {
      area = known == null ? CHINA : new Envelope(known);
      area.expandBy(known == null ? 0 : MARGIN_DEGREES);
      plane = new Plane(known == null ? 35 : (known.getMinY() + known.getMaxY()) / 2);
      return;
    }
    double[] lon = places.stream().mapToDouble(c -> c.x).sorted().toArray();
    double[] lat = places.stream().mapToDouble(c -> c.y).sorted().toArray();
    area = known == null ? most(lon, lat) : new Envelope(known);
    area.expandBy(MARGIN_DEGREES);
    plane = new Plane(Plane.quantile(lat, 0.5));
    for (Coordinate place : places) {
      Coordinate metres = new Coordinate(plane.east(place), plane.north(place));
      cells.computeIfAbsent(cell(metres.x, metres.y), k -> new ArrayList<>()).add(metres);
    }
  }

  private static Envelope most(double[] lon, double[] lat) {
    return new Envelope(
        Plane.quantile(lon, 0.01),
        Plane.quantile(lon, 0.99),
        Plane.quantile(lat, 0.01),
        Plane.quantile(lat, 0.99));
  }

  /** Whether there is nothing to compare with. */
  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Whether it holds nothing anywhere, so that even its area is not known. */
  boolean isNew() {
    return places.isEmpty() && area.equals(CHINA);
  }

  Plane plane() {
    return plane;
  }

  double shareInArea(List<Coordinate> degrees) {
    return (double) degrees.stream().filter(area::contains).count() / degrees.size();
  }

  private static long cell(double east, double north) {
    return (long) Math.floor(east / CELL_METRES) << 32
        | Math.floorMod((long) Math.floor(north / CELL_METRES), 1L << 32);
  }

  /** Those that may lie within a distance; in metres of {@link #plane}. */
  List<Coordinate> around(double east, double north, double metres) {
    List<Coordinate> found = new ArrayList<>();
    for (double x = east - metres; x < east + metres + CELL_METRES; x += CELL_METRES) {
      for (double y = north - metres; y < north + metres + CELL_METRES; y += CELL_METRES) {
        found.addAll(cells.getOrDefault(cell(x, y), List.of()));
      }
    }
    return found;
  }

  /** The nearest one within a distance; null where there is none. */
  @Nullable Coordinate nearest(double east, double north, double metres) {
    Coordinate nearest = null;
    double least = metres;
    for (Coordinate place : around(east, north, metres)) {
      double distance = Math.hypot(place.x - east, place.y - north);
      if (distance < least) {
        least = distance;
        nearest = place;
      }
    }
    return nearest;
  }

  /** Metres of {@link #plane} back to degrees. */
  Coordinate degrees(Coordinate metres) {
    Coordinate unit = new Coordinate(1, 1);
    return new Coordinate(metres.x / plane.east(unit), metres.y / plane.north(unit));
  }
}
