package org.shuangshi.gis.crs.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.SimilarityFit;

/**
 * What the doctor believes.
 *
 * @param belief how to read the file; null for {@link Verdict#AMBIGUOUS}, {@link Verdict#NO_SHIFT}
 *     and {@link Verdict#UNKNOWN}
 * @param reasons why, in order, for people and programs
 * @param findings every reading that was tried and puts the file into the area, the best first
 * @param fit the parameters with what they leave over, for {@link Verdict#FITTED}
 */
public record Diagnosis(
    Verdict verdict,
    @Nullable Belief belief,
    List<Reason> reasons,
    List<Finding> findings,
    @Nullable SimilarityFit fit) {

  public Diagnosis {
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
  }

  /**
   * One thing that speaks for or against a reading.
   *
   * @param code stable: {@code crs.swapped}
   * @param message in Chinese
   */
  public record Reason(String code, String message) {}

  /**
   * How one reading compares.
   *
   * @param inArea share of the file's places in the register's area, 0 to 1
   * @param offset what most of its things are off by; null where nothing matched
   */
  public record Finding(Belief belief, double inArea, @Nullable Offset offset) {}

  /**
   * The move that brings most things of the file onto things of the register.
   *
   * @param eastMetres median over those matched
   * @param matched how many of the file's places found one
   * @param compared how many were tried
   */
  public record Offset(double eastMetres, double northMetres, int matched, int compared) {
    public double metres() {
      return Math.hypot(eastMetres, northMetres);
    }

    public double share() {
      return (double) matched / compared;
    }
  }
}
