package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.crs.SimilarityFit;

/**
 * A reading with parameters a person answers for: fitted to control points, or entered. They work
 * in the Gauss-Kruger plane of the file's own meridian, eastings without zone number; of degrees in
 * that of the 3-degree zone they lie in.
 *
 * @param fit what the parameters leave over at each control point, in their order
 */
public record ControlFit(Belief belief, SimilarityFit fit) {

  /**
   * A place known in both systems.
   *
   * @param x as the file's numbers are, y alike
   * @param lon degrees of CGCS2000, lat alike
   */
  public record Point(double x, double y, double lon, double lat) {}

  /**
   * Fits parameters to control points.
   *
   * @throws CrsException {@code crs.control-few} where fewer than five agree, {@code
   *     crs.control-unsound} where they lie within 200 m, or what they leave over, or the
   *     parameters, are beyond what a change of datum can be
   */
  public static ControlFit of(Belief reading, List<Point> points) throws CrsException {
    List<Coordinate> here = new ArrayList<>();
    List<Coordinate> there = new ArrayList<>();
    for (Point point : points) {
      here.add(new Coordinate(point.x(), point.y()));
      there.add(new Coordinate(point.lon(), point.lat()));
    }
    if (here.isEmpty()) {
      throw new CrsException("crs.control-few", "没有控制点");
    }
    Crs plane = plane(reading, here);
    CrsTransform toPlane = CrsTransform.between(Crs.CGCS2000, plane);
    List<Coordinate> from = Plane.move(reading.nearly(here), toPlane);
    List<Coordinate> to = Plane.move(there, toPlane);
    List<SimilarityFit.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      pairs.add(new SimilarityFit.Pair(from.get(i), to.get(i)));
    }
    SimilarityFit fit =
        SimilarityFit.of(pairs)
            .orElseThrow(
                () ->
                    new CrsException(
                        "crs.control-few",
                        "控制点 "
                            + points.size()
                            + " 个，相互吻合的不足 "
                            + SimilarityFit.FEWEST_PAIRS
                            + " 个，不能求四参数；请核对 x、y 是否与文件同一坐标系"));
    if (!ShiftFitter.isSound(fit)) {
      throw new CrsException(
          "crs.control-unsound", ShiftFitter.words(fit) + "；分布太集中，或参数、误差超出常理，未采用，请核对控制点");
    }
    return new ControlFit(reading.corrected(fit.parameters(), plane), fit);
  }

  /** The reading with parameters that were entered. */
  public static Belief entered(Belief reading, List<Coordinate> sample, Similarity parameters)
      throws CrsException {
    return reading.corrected(parameters, plane(reading, sample));
  }

  /** For people. */
  public static String words(SimilarityFit fit) {
    return ShiftFitter.words(fit);
  }

  private static Crs plane(Belief reading, List<Coordinate> places) throws CrsException {
    if (reading.crs().plane().isPresent()) {
      return reading.crs().plane().get();
    }
    return ShiftFitter.planeOf(reading.nearly(places))
        .orElseThrow(() -> new CrsException("crs.control-far", "控制点或文件不在中国范围内，无法确定改正所用的投影带"));
  }
}
