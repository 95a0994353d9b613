package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.geometry.Lattice;

/**
 * A street of a town that was made from a plan: crooked fields of 300–500 households between main
 * roads, each with four blocks between alleys; blocks are walled compounds or rows of houses. A
 * river that may not be crossed runs through the middle; some compounds fill a field, some two.
 */
final class Street {

  static final Band BAND = new Band(300, 500);

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WEST = 121.41;
  private static final double SOUTH = 31.18;
  private static final double WIDE = 0.0026;
  private static final double HIGH = 0.0019;

  private final SplittableRandom random;
  private final int columns;
  private final int rows;
  private final Coordinate[][] corner;

  final List<Ground.Building> buildings = new ArrayList<>();
  final List<Ground.Compound> compounds = new ArrayList<>();
  final List<Ground.Barrier> barriers = new ArrayList<>();

  /** The plan it was made from, a polygon each. */
  final List<Ground.Grid> hidden = new ArrayList<>();

  int hiddenCompoundsCut;

  private final List<Integer> fieldAt = new ArrayList<>();
  private final List<Integer> blockFields = new ArrayList<>();

  private Street(int households, long seed) {
    random = new SplittableRandom(seed);
    int fields = Math.max(4, households / 400);
    columns = (int) Math.max(2, Math.round(Math.sqrt(fields * 0.8)));
    rows = Math.max(2, (fields + columns - 1) / columns);
    corner = new Coordinate[columns + 1][rows + 1];
    for (int c = 0; c <= columns; c++) {
      for (int r = 0; r <= rows; r++) {
        corner[c][r] =
            place(
                WEST + WIDE * (c + random.nextDouble(-0.12, 0.12)),
                SOUTH + HIGH * (r + random.nextDouble(-0.12, 0.12)));
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        boolean joined = c + 1 < columns && random.nextInt(40) == 0;
        if (joined) {
          fields(c, r, 2);
          c++;
        } else {
          fields(c, r, 1);
        }
      }
    }
    mainRoads();
  }

  static Street of(int households, long seed) {
    return new Street(households, seed);
  }

  Ground ground(List<Ground.Grid> standing) {
    return new Ground(community(), buildings, compounds, barriers, standing);
  }

  int households() {
    return buildings.stream().mapToInt(Ground.Building::load).sum();
  }

  Geometry community() {
    List<Coordinate> ring = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      ring.add(corner[c][0]);
    }
    for (int r = 0; r < rows; r++) {
      ring.add(corner[columns][r]);
    }
    for (int c = columns; c > 0; c--) {
      ring.add(corner[c][rows]);
    }
    for (int r = rows; r > 0; r--) {
      ring.add(corner[0][r]);
    }
    ring.add(ring.get(0));
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static Coordinate place(double lon, double lat) {
    return new Coordinate(Lattice.round(lon), Lattice.round(lat));
  }

  /** A place in a field, across and up from 0 to 1. */
  private Coordinate in(int c, int r, int wide, double across, double up) {
    Coordinate sw = corner[c][r];
    Coordinate se = corner[c + wide][r];
    Coordinate nw = corner[c][r + 1];
    Coordinate ne = corner[c + wide][r + 1];
    double south = 1 - up;
    double west = 1 - across;
    return place(
        south * (west * sw.x + across * se.x) + up * (west * nw.x + across * ne.x),
        south * (west * sw.y + across * se.y) + up * (west * nw.y + across * ne.y));
  }

  private Polygon quad(int c, int r, double west, double south, double east, double north) {
    Coordinate first = in(c, r, 1, west, south);
    return FACTORY.createPolygon(
        new Coordinate[] {
          first, in(c, r, 1, east, south), in(c, r, 1, east, north), in(c, r, 1, west, north), first
        });
  }

  private void fields(int c, int r, int wide) {
    boolean oneCompound = wide == 2 || random.nextInt(10) == 0;
    for (int k = 0; k < wide; k++) {
      fieldAt.add(r * columns + c + k);
      if (!oneCompound) {
        blockFields.add(hidden.size());
      }
      hidden.add(new Ground.Grid(hidden.size() + 1L, quad(c + k, r, 0, 0, 1, 1), false));
      int[] loads = parts(random.nextInt(BAND.least(), BAND.most() + 1), 4);
      for (int block = 0; block < 4; block++) {
        double west = (block % 2) * 0.5;
        double south = block < 2 ? 0 : 0.5;
        if (!oneCompound && random.nextInt(2) == 0) {
          Polygon area = quad(c + k, r, west + 0.05, south + 0.05, west + 0.45, south + 0.45);
          compounds.add(new Ground.Compound(compounds.size() + 1L, area, 1));
        }
        houses(c + k, r, west, south, loads[block]);
      }
      if (!oneCompound) {
        barrier(
            1, false, in(c + k, r, 1, 0.5, 0), in(c + k, r, 1, 0.5, 0.5), in(c + k, r, 1, 0.5, 1));
        barrier(
            1, false, in(c + k, r, 1, 0, 0.5), in(c + k, r, 1, 0.5, 0.5), in(c + k, r, 1, 1, 0.5));
      }
    }
    if (oneCompound) {
      Coordinate first = in(c, r, 1, 0.04, 0.04);
      Coordinate[] ring =
          wide == 1
              ? new Coordinate[] {
                first,
                in(c, r, 1, 0.96, 0.04),
                in(c, r, 1, 0.96, 0.96),
                in(c, r, 1, 0.04, 0.96),
                first
              }
              : new Coordinate[] {
                first,
                in(c, r, 1, 1, 0.04),
                in(c + 1, r, 1, 0.96, 0.04),
                in(c + 1, r, 1, 0.96, 0.96),
                in(c, r, 1, 1, 0.96),
                in(c, r, 1, 0.04, 0.96),
                first
              };
      compounds.add(new Ground.Compound(compounds.size() + 1L, FACTORY.createPolygon(ring), 1));
      hiddenCompoundsCut += wide - 1;
    }
    for (int k = 0; k <= wide; k++) {
      if (k == 0 || k == wide) {
        barrier(2, false, corner[c + k][r], corner[c + k][r + 1]);
      }
    }
  }

  /**
   * The west half of a field is torn down and a compound built in its place, whose people are new.
   *
   * @param field a hidden grid that is not one compound
   */
  void rebuild(int field, int households) {
    int c = fieldAt.get(field) % columns;
    int r = fieldAt.get(field) / columns;
    Polygon area = quad(c, r, 0.03, 0.03, 0.47, 0.97);
    List<Ground.Building> staying = new ArrayList<>();
    for (Ground.Building building : buildings) {
      if (!area.covers(building.footprint())) {
        staying.add(building);
      }
    }
    buildings.clear();
    buildings.addAll(staying);
    compounds.removeIf(compound -> area.covers(compound.area()));
    compounds.add(new Ground.Compound(100_000, area, 1));
    int[] loads = parts(households, 40);
    for (int h = 0; h < loads.length; h++) {
      int row = h / 4;
      double left = 0.05 + (h % 4) * 0.1;
      double low = 0.05 + row * 0.09;
      Polygon footprint = quad(c, r, left, low, left + 0.08, low + 0.045);
      Coordinate inside = footprint.getInteriorPoint().getCoordinate();
      buildings.add(new Ground.Building(100_000L + h, footprint, inside, loads[h], true));
    }
  }

  /** Hidden grids with blocks on their own. */
  List<Integer> blockFields() {
    return blockFields;
  }

  private void houses(int c, int r, double west, double south, int households) {
    int[] loads = parts(households, 6);
    for (int h = 0; h < 6; h++) {
      double left = west + 0.08 + (h % 2) * 0.19 + random.nextDouble(0.01);
      int row = h / 2;
      double low = south + 0.08 + row * 0.125 + random.nextDouble(0.01);
      Polygon footprint = quad(c, r, left, low, left + 0.14, low + 0.06);
      buildings.add(
          new Ground.Building(
              buildings.size() + 1L,
              footprint,
              footprint.getInteriorPoint().getCoordinate(),
              loads[h],
              false));
    }
  }

  private void mainRoads() {
    for (int r = 0; r <= rows; r++) {
      Coordinate[] line = new Coordinate[columns + 1];
      for (int c = 0; c <= columns; c++) {
        line[c] = corner[c][r];
      }
      boolean river = r == rows / 2;
      barrier(river ? 10 : 2, river, line);
    }
  }

  private void barrier(double weight, boolean forbidden, Coordinate... vertices) {
    LineString line = FACTORY.createLineString(vertices);
    barriers.add(new Ground.Barrier(line, weight, forbidden));
  }

  /** A number in so many parts, none of them small beside the others. */
  private int[] parts(int number, int count) {
    double[] share = new double[count];
    Arrays.setAll(share, i -> random.nextDouble(0.6, 1.4));
    double sum = Arrays.stream(share).sum();
    int[] parts = new int[count];
    int left = number;
    for (int i = 0; i < count; i++) {
      parts[i] = i == count - 1 ? left : (int) (number * share[i] / sum);
      left -= parts[i];
    }
    return parts;
  }
}
