package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Diagnosis.Offset;

/**
 * Fits four parameters to the things that a file and the register both hold. Which belongs to which
 * is first told by the offset most agree on, then again by the parameters themselves, more closely
 * each time.
 */
final class ShiftFitter {

  /** How near a place has to come to count as the same, round by round. */
  private static final double[] REACH_METRES = {8, 5, 3};

  private static final double LEAST_SPREAD_METRES = 200;
  private static final double MOST_RMS_METRES = 3;
  private static final double MOST_SCALE_PPM = 500;
  private static final double MOST_ROTATION_SECONDS = 120;

  private final Register register;
  private final List<Coordinate> sample;
  private final Belief reading;
  private final Crs plane;

  ShiftFitter(Register register, List<Coordinate> sample, Belief reading, Crs plane) {
    this.register = register;
    this.sample = sample;
    this.reading = reading;
    this.plane = plane;
  }

  /** The Gauss-Kruger system of 3 degrees about these places. */
  static Optional<Crs> planeOf(List<Coordinate> degrees) {
    double[] lon = degrees.stream().mapToDouble(c -> c.x).sorted().toArray();
    return Crs.gaussKruger(3, (int) Math.round(Plane.quantile(lon, 0.5) / 3), false);
  }

  /** Whether a change of datum in one city can look like this. */
  static boolean isSound(SimilarityFit fit) {
    return fit.spreadMetres() >= LEAST_SPREAD_METRES
        && fit.rmsMetres() <= MOST_RMS_METRES
        && Math.abs(fit.parameters().scalePpm()) <= MOST_SCALE_PPM
        && Math.abs(fit.parameters().rotationSeconds()) <= MOST_ROTATION_SECONDS;
  }

  /** The parameters and what they leave over, for people. */
  static String words(SimilarityFit fit) {
    return String.format(
        Locale.ROOT,
        "用 %d 处同名地物拟合四参数：%s；中误差 %.2f m，最大 %.2f m，剔除 %d 处",
        fit.used(),
        fit.parameters().label(),
        fit.rmsMetres(),
        fit.worstMetres(),
        fit.outlier().size() - fit.used());
  }

  Optional<SimilarityFit> fit(Offset offset) throws CrsException {
    List<Coordinate> nearly = Plane.move(sample, reading.nearly());
    CrsTransform toPlane = CrsTransform.between(Crs.CGCS2000, plane);
    List<Coordinate> from = Plane.move(nearly, toPlane);
    List<Coordinate> where = new ArrayList<>();
    for (Coordinate degrees : nearly) {
      where.add(
          new Coordinate(
              register.plane().east(degrees) + offset.eastMetres(),
              register.plane().north(degrees) + offset.northMetres()));
    }
    Optional<SimilarityFit> fit = Optional.empty();
    for (double reach : REACH_METRES) {
      List<SimilarityFit.Pair> pairs = pairs(from, where, reach, toPlane);
      Optional<SimilarityFit> next = SimilarityFit.of(pairs);
      if (next.isEmpty()) {
        break;
      }
      fit = next;
      List<Coordinate> moved =
          Plane.move(
              from,
              next.get().parameters().transform().then(CrsTransform.between(plane, Crs.CGCS2000)));
      where = new ArrayList<>();
      for (Coordinate degrees : moved) {
        where.add(new Coordinate(register.plane().east(degrees), register.plane().north(degrees)));
      }
    }
    return fit;
  }

  /** Each place of the register belongs to one of the file's at most: the first that comes. */
  private List<SimilarityFit.Pair> pairs(
      List<Coordinate> from, List<Coordinate> where, double reach, CrsTransform toPlane) {
    List<Coordinate> here = new ArrayList<>();
    List<Coordinate> there = new ArrayList<>();
    Set<Coordinate> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < from.size(); i++) {
      Coordinate place = register.nearest(where.get(i).x, where.get(i).y, reach);
      if (place != null && taken.add(place)) {
        here.add(from.get(i));
        there.add(register.degrees(place));
      }
    }
    List<Coordinate> to = Plane.move(there, toPlane);
    List<SimilarityFit.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < here.size(); i++) {
      pairs.add(new SimilarityFit.Pair(here.get(i), to.get(i)));
    }
    return pairs;
  }
}
