package org.shuangshi.intake.coordinate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.CrsDoctor;

/**
 * A file's places with what the register holds about them, wherever they may be: each cluster is
 * looked for where every way of reading it would put it.
 *
 * @param sample places of the file that have something of the register near; all, where none has
 * @param known places of the register, degrees of EPSG:4490
 * @param area of all the register holds; null where it is empty
 */
record Surroundings(List<Coordinate> sample, List<Coordinate> known, @Nullable Envelope area) {

  /** A file may reach beyond what is there, to the next district; as the doctor has it. */
  private static final double MARGIN_DEGREES = 0.3;

  /** As far as the doctor looks, in degrees of latitude; BD-09 is a kilometre off. */
  private static final double REACH_DEGREES = 0.0145;

  /** Whether half of the places at least are about where the register is. */
  boolean holdsHalf(List<Coordinate> degrees) {
    if (area == null) {
      return true;
    }
    Envelope within = new Envelope(area);
    within.expandBy(MARGIN_DEGREES);
    return 2 * degrees.stream().filter(within::contains).count() >= degrees.size();
  }

  static Surroundings of(@Nullable Crs declared, FileSample file, KnownPlaces register)
      throws SQLException {
    Envelope area = register.area();
    List<Coordinate> all = file.places();
    if (area == null || all.isEmpty()) {
      return new Surroundings(all, List.of(), area);
    }
    Envelope within = new Envelope(area);
    within.expandBy(MARGIN_DEGREES);
    List<Belief> readings = CrsDoctor.readings(declared, all);
    List<Coordinate> compared = new ArrayList<>();
    for (List<Coordinate> cluster : file.clusters()) {
      int found = 0;
      for (Envelope window : windows(readings, cluster, within)) {
        found += register.read(window);
      }
      if (found > 0) {
        compared.addAll(cluster);
      }
      if (register.isFull()) {
        break;
      }
    }
    return new Surroundings(compared.isEmpty() ? all : compared, register.places(), area);
  }

  /** Boxes that overlap are one. */
  private static List<Envelope> windows(
      List<Belief> readings, List<Coordinate> cluster, Envelope within) {
    List<Envelope> windows = new ArrayList<>();
    for (Belief reading : readings) {
      Envelope box = box(reading, cluster, within);
      if (!box.isNull()) {
        for (int i = windows.size() - 1; i >= 0; i--) {
          if (windows.get(i).intersects(box)) {
            box.expandToInclude(windows.remove(i));
          }
        }
        windows.add(box);
      }
    }
    return windows;
  }

  private static Envelope box(Belief reading, List<Coordinate> cluster, Envelope within) {
    Envelope box = new Envelope();
    try {
      for (Coordinate place : reading.nearly(cluster)) {
        if (within.contains(place)) {
          box.expandToInclude(place);
        }
      }
    } catch (CrsException e) {
      return new Envelope(); // the doctor says so among its reasons
    }
    if (!box.isNull()) {
      double shrink = Math.cos(Math.toRadians(box.getMinY()));
      box.expandBy(REACH_DEGREES / Math.max(shrink, 0.1), REACH_DEGREES);
    }
    return box;
  }
}
