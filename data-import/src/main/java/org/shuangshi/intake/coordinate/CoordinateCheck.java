package org.shuangshi.intake.coordinate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.ControlFit;
import org.shuangshi.gis.crs.doctor.CrsDoctor;
import org.shuangshi.gis.crs.doctor.Diagnosis;
import org.shuangshi.gis.crs.doctor.Verdict;
import org.shuangshi.gis.feature.FeatureFileException;

/**
 * Decides how a file's coordinates are read.
 *
 * <pre>{@code
 * Finding finding =
 *     new CoordinateCheck(connection, "building").examine(new CheckedFile(path, options, crs, false), stated);
 * CrsTransform toRegister = finding.used().toRegister();
 * }</pre>
 *
 * <ol>
 *   <li>Where nobody said anything, what is found by comparing with the register is used and told:
 *       also against the file's own word. Where comparing is not possible the file's word is used;
 *       of a table without one, degrees are taken for CGCS2000.
 *   <li>Who says something is followed, but held against the register: what contradicts it waits
 *       for a yes ({@link Finding#doubt}).
 *   <li>A file that is off by a move nobody declared is read as it says, with a doubt; the
 *       parameters fitted to it are there to choose.
 *   <li>What cannot be told, or has no public parameters, is refused ({@link CoordinateException}).
 * </ol>
 *
 * @see "decisions/23-coordinates-of-a-file.md"
 */
public final class CoordinateCheck {

  /** All of the file is off by a move that nobody declared. */
  static final String OFF = "anomaly.coordinates-off";

  /** The file lies where the register has nothing. */
  static final String ELSEWHERE = "anomaly.coordinates-elsewhere";

  /** What a person says is not what the register says. */
  static final String CONTRADICTED = "anomaly.coordinates-contradicted";

  private final Connection connection;
  private final String table;

  /**
   * @param table of the things the file holds
   */
  public CoordinateCheck(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /**
   * Examines a file.
   *
   * @throws CoordinateException {@code crs.missing}, {@code crs.declared-wrong}, {@code
   *     crs.ambiguous}, {@code crs.no-datum-shift}, {@code crs.unknown}, {@code crs.fit-none}
   * @throws CrsException where what was stated cannot be: an unknown system, control points that do
   *     not agree
   */
  public Finding examine(CheckedFile file, Stated stated)
      throws SQLException, FeatureFileException, CrsException, CoordinateException {
    Belief reading = stated.reading();
    Crs declared = reading == null ? file.declared() : reading.crs();
    FileSample sample = FileSample.of(file.path(), file.options());
    Surroundings around = Surroundings.of(declared, sample, new KnownPlaces(connection, table));
    Diagnosis diagnosis =
        CrsDoctor.examine(declared, around.sample(), around.known(), around.area());
    FindingMaker maker = new FindingMaker(declared, around, diagnosis);
    return stated.isNothing()
        ? new FileWord(declared, file.table(), maker).decide()
        : stated(stated, declared, file.table(), maker);
  }

  private static Finding stated(
      Stated stated, @Nullable Crs declared, boolean isTable, FindingMaker maker)
      throws CrsException, CoordinateException {
    Belief reading = stated.reading();
    if (reading == null) {
      Crs own = declared == null && isTable ? Crs.CGCS2000 : declared;
      if (own == null) {
        throw maker.refused("crs.missing", "文件没有写明坐标系；四参数要同时指明坐标系，例如 EPSG:2385");
      }
      reading = Belief.of(own, false, null);
    }
    Diagnosis seen = maker.diagnosis();
    boolean old = reading.crs().counterpart().isPresent();
    if (!stated.control().isEmpty()) {
      ControlFit fit = ControlFit.of(reading, stated.control());
      return entered(fit.belief(), fit.fit(), ControlFit.words(fit.fit()), maker);
    }
    if (stated.shift() != null) {
      Belief belief = ControlFit.entered(reading, maker.sample(), stated.shift());
      return entered(belief, null, "按输入的四参数改正：" + stated.shift().label(), maker);
    }
    if (stated.fit() || old) {
      Belief fitted = seen.belief();
      if (seen.verdict() == Verdict.FITTED
          && fitted != null
          && nearly(fitted.crs()).equals(nearly(reading.crs()))) {
        return maker.used(fitted, seen.fit(), null);
      }
      throw old
          ? maker.refused()
          : maker.refused(
              "crs.fit-none", "能与登记库对上的地物不足 " + SimilarityFit.FEWEST_PAIRS + " 处，或参数超出常理，无法拟合");
    }
    return maker.used(reading, null, contradiction(reading, maker));
  }

  /** Degrees are degrees, and a zone is a zone, to within what the parameters are for. */
  private static Crs nearly(Crs crs) throws CrsException {
    return crs.isGeographic() ? Crs.CGCS2000 : crs.counterpart().orElse(crs);
  }

  private static Finding entered(
      Belief belief, @Nullable SimilarityFit fit, String words, FindingMaker maker)
      throws CrsException {
    Diagnosis.Reason doubt = contradiction(belief, maker);
    return maker.used(belief, fit, doubt).because(new Diagnosis.Reason("crs.entered", words));
  }

  /**
   * What the register says against a reading; null for nothing. Moved by it the file has to be in
   * CGCS2000.
   */
  private static Diagnosis.@Nullable Reason contradiction(Belief reading, FindingMaker maker)
      throws CrsException {
    Surroundings around = maker.around();
    List<Coordinate> moved = reading.move(maker.sample());
    Diagnosis check = CrsDoctor.examine(Crs.CGCS2000, moved, around.known(), around.area());
    boolean agrees =
        switch (check.verdict()) {
          case DECLARED_CONFIRMED, DECLARED_PLAUSIBLE -> true;
          case UNKNOWN ->
              around.area() == null || (!FindingMaker.isOffset(check) && around.holdsHalf(moved));
          default -> around.area() == null;
        };
    return agrees
        ? null
        : new Diagnosis.Reason(
            CONTRADICTED, "坐标：按所指明的 " + reading.label() + " 读取，与登记库不符：" + maker.against(check));
  }
}
