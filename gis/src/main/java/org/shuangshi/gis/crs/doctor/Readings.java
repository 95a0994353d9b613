package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.MapShift;

/** All ways to read a set of numbers that could be places in China, the plain ones first. */
final class Readings {

  private static final Crs WEB_MERCATOR = new Crs(3857);

  private final double west;
  private final double east;
  private final double south;
  private final double north;

  private Readings(List<Coordinate> sample, boolean swapped) {
    double[] x = sample.stream().mapToDouble(c -> swapped ? c.y : c.x).sorted().toArray();
    double[] y = sample.stream().mapToDouble(c -> swapped ? c.x : c.y).sorted().toArray();
    // A few lost places, such as those at 0 0, say nothing of the others.
    west = Plane.quantile(x, 0.05);
    east = Plane.quantile(x, 0.95);
    south = Plane.quantile(y, 0.05);
    north = Plane.quantile(y, 0.95);
  }

  static List<Belief> of(@Nullable Crs declared, List<Coordinate> sample) {
    List<Belief> all = new ArrayList<>();
    if (declared != null) {
      all.add(Belief.of(declared, false, null));
    }
    for (boolean swapped : new boolean[] {false, true}) {
      new Readings(sample, swapped).collect(declared, swapped, all);
    }
    return all;
  }

  private void collect(@Nullable Crs declared, boolean swapped, List<Belief> all) {
    if (declared != null && swapped && declared.counterpart().isPresent()) {
      all.add(Belief.of(declared, true, null));
    }
    if (within(73, 136, 3, 54)) {
      add(all, Belief.of(Crs.CGCS2000, swapped, null));
      for (MapShift shift : MapShift.values()) {
        add(all, Belief.of(Crs.WGS84, swapped, shift));
      }
      return;
    }
    if (within(8_100_000, 15_200_000, 300_000, 7_300_000)) {
      add(all, Belief.of(WEB_MERCATOR, swapped, null));
      add(all, Belief.of(WEB_MERCATOR, swapped, MapShift.GCJ02));
    }
    int zone = (int) Math.floor((west + east) / 2 / 1_000_000);
    if (within(zone * 1e6 + 50_000, zone * 1e6 + 950_000, 200_000, 6_200_000)) {
      if (zone > 0) {
        prefixed(zone).ifPresent(crs -> add(all, Belief.of(crs, swapped, null)));
      } else {
        plain(swapped, all);
      }
    }
  }

  /** Numbers of 3-degree zones (25 to 45) and of 6-degree zones (13 to 23) do not overlap. */
  private static Optional<Crs> prefixed(int zone) {
    if (zone >= 25 && zone <= 45) {
      return Crs.gaussKruger(3, zone, true);
    }
    return zone >= 13 && zone <= 23 ? Crs.gaussKruger(6, zone, true) : Optional.empty();
  }

  /**
   * Each meridian of a 6-degree zone is one of a 3-degree zone too; UTM has those of the former.
   */
  private static void plain(boolean swapped, List<Belief> all) {
    for (int zone = 25; zone <= 45; zone++) {
      Crs.gaussKruger(3, zone, false).ifPresent(crs -> add(all, Belief.of(crs, swapped, null)));
    }
    for (int zone = 43; zone <= 53; zone++) {
      add(all, Belief.of(new Crs(32600 + zone), swapped, null));
    }
  }

  private static void add(List<Belief> all, Belief belief) {
    if (!all.contains(belief)) {
      all.add(belief);
    }
  }

  private boolean within(double minX, double maxX, double minY, double maxY) {
    return west >= minX && east <= maxX && south >= minY && north <= maxY;
  }
}
