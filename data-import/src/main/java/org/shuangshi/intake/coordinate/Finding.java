package org.shuangshi.intake.coordinate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.SimilarityFit;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.Diagnosis.Reason;
import org.shuangshi.gis.crs.doctor.Verdict;

/**
 * What is believed of the coordinates of a file, and why.
 *
 * @param verdict of the doctor
 * @param used how the file is read; null where it is refused
 * @param reasons in order, Chinese
 * @param others every reading that puts the file into the register's area, the best first, with
 *     what it is off by; to choose from
 * @param fit parameters with what they leave over, of the reading used or of one to choose; null
 *     without
 * @param accuracyMetres how far things come to lie from where they are: root mean square of what
 *     parameters leave over, else the median distance to the register's; null where nothing was
 *     compared
 * @param doubt why the batch waits for a yes; null where it need not
 * @param moves some of the file's places, as read naively and as read here
 * @param near some of the register's places about there, degrees of EPSG:4490
 */
public record Finding(
    Verdict verdict,
    @Nullable Belief used,
    List<Reason> reasons,
    List<Choice> others,
    @Nullable SimilarityFit fit,
    @Nullable Double accuracyMetres,
    @Nullable Reason doubt,
    List<Move> moves,
    List<Coordinate> near) {

  public Finding {
    reasons = List.copyOf(reasons);
    others = List.copyOf(others);
    moves = List.copyOf(moves);
    near = List.copyOf(near);
  }

  /**
   * A reading to choose.
   *
   * @param code as {@link Stated#parse} takes it
   * @param label Chinese
   * @param offMetres by how much most of its things are off the register's; null where none matched
   * @param matched places of the file that have one of the register's there
   * @param compared of so many
   */
  public record Choice(
      String code, String label, @Nullable Double offMetres, int matched, int compared) {}

  /**
   * A place of the file, degrees of EPSG:4490.
   *
   * @param fromLon as the file's word has it; null where that is no place in China
   * @param toLon as it is read
   */
  public record Move(
      @Nullable Double fromLon,
      @Nullable Double fromLat,
      @Nullable Double toLon,
      @Nullable Double toLat) {}

  /** The same, for one reason more. */
  Finding because(Reason reason) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(reason);
    return new Finding(verdict, used, all, others, fit, accuracyMetres, doubt, moves, near);
  }

  /** Why, in one line for people. */
  public String why() {
    return String.join("；", reasons.stream().map(Reason::message).toList());
  }
}
