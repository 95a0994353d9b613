package org.shuangshi.registry.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Anomaly;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.load.ImportSummary.IssueCount;
import org.shuangshi.intake.load.ImportSummary.Matched;
import org.shuangshi.intake.load.Severity;
import org.shuangshi.intake.mapping.Mapped;

/**
 * What a file came to, or would come to: counts alone, so that the history may be kept for long.
 *
 * @param rows of the file
 * @param rejected of them
 * @param knownBy how rows are told from each other
 * @param crs of the coordinates, in words; empty where there are none
 * @param ignored names of columns nothing was made of
 * @param mapped how its columns were read; null of what was brought in before that was kept
 * @param matched what texts of addresses led to; null of files checked before that was counted
 * @param anomalies what batches seldom do: to be said yes to
 */
record Outcome(
    long rows,
    long rejected,
    String knownBy,
    String crs,
    List<String> ignored,
    List<TablePart> parts,
    @Nullable Matched matched,
    List<IssueTally> issues,
    @Nullable Mapped mapped,
    List<Anomaly> anomalies) {

  /**
   * What became of one table.
   *
   * @param missing things this source brought once that are in no row of the file; they stay
   */
  record TablePart(String table, long added, long changed, long same, long missing) {}

  /**
   * One kind of issue.
   *
   * @param example message of the first
   */
  record IssueTally(Severity severity, String code, long count, String example) {}

  static Outcome of(ImportSummary summary) {
    return of(summary.files().get(0), summary.anomalies());
  }

  /** Of a file that is refused as a whole. */
  static Outcome of(FileSummary file) {
    return of(file, List.of());
  }

  private static Outcome of(FileSummary file, List<Anomaly> anomalies) {
    return new Outcome(
        file.rows(),
        file.rejected(),
        file.knownBy(),
        file.crs(),
        file.ignoredColumns(),
        file.parts().stream()
            .map(
                part ->
                    new TablePart(
                        part.table(), part.inserted(), part.changed(), part.same(), part.missing()))
            .toList(),
        file.matched(),
        file.issues().stream().map(Outcome::tally).toList(),
        file.mapped(),
        anomalies);
  }

  private static IssueTally tally(IssueCount issue) {
    return new IssueTally(
        issue.severity(),
        issue.code(),
        issue.count(),
        issue.examples().isEmpty() ? "" : issue.examples().get(0).message());
  }
}
