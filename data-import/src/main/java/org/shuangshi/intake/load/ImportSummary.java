package org.shuangshi.intake.load;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.coordinate.Finding;
import org.shuangshi.intake.fact.FactWriter.Written;
import org.shuangshi.intake.mapping.Mapped;

/**
 * What an import did.
 *
 * @param change number of the change record; empty where nothing was written
 * @param dryRun whether all of it was taken back
 * @param anomalies what it did that a batch seldom does and somebody has to say yes to
 */
public record ImportSummary(
    List<FileSummary> files, OptionalLong change, boolean dryRun, List<Anomaly> anomalies) {

  /**
   * One file: its rows, what became of them, and what was said about them.
   *
   * @param crs how its coordinates are read, in words; empty where it has none
   * @param coordinates why; null where it has none
   */
  public record FileSummary(
      String file,
      Kind kind,
      String knownBy,
      String crs,
      @Nullable Finding coordinates,
      List<String> ignoredColumns,
      long rows,
      long rejected,
      List<PartSummary> parts,
      Matched matched,
      List<IssueCount> issues,
      Mapped mapped) {

    /** Versions of the things the file is about. */
    public Written written() {
      return parts.stream()
          .filter(part -> part.table().equals(kind.table()))
          .map(PartSummary::written)
          .findFirst()
          .orElse(new Written(0, 0, 0));
    }

    /** Things the file is about that its source brought once and that are in none of its rows. */
    public long missing() {
      return parts.stream()
          .filter(part -> part.table().equals(kind.table()))
          .mapToLong(PartSummary::missing)
          .sum();
    }
  }

  /**
   * What became of one table: a file of units also brings entrances.
   *
   * @param written things that were new, that changed, that were the same
   * @param conflicting rows of the file that were rejected, for what they say themselves or beside
   *     each other and the register; told with the things the file is about
   * @param missing things this source brought once, that are there on the first day the file speaks
   *     of and in none of its rows. They stay: who is gone is said by a row
   */
  public record PartSummary(String table, Written written, long conflicting, long missing) {

    public long inserted() {
      return written.inserted();
    }

    public long changed() {
      return written.changed();
    }

    public long same() {
      return written.unchanged();
    }
  }

  /**
   * Rows that name a thing by the text of its address: linked to the letter (A), linked although
   * the text differs (B), not linked since several fit or since none does (C).
   */
  public record Matched(long exact, long alike, long ambiguous, long unmatched) {

    /** No row has such a text. */
    public static final Matched NONE = new Matched(0, 0, 0, 0);

    Matched plus(Matched other) {
      return new Matched(
          exact + other.exact,
          alike + other.alike,
          ambiguous + other.ambiguous,
          unmatched + other.unmatched);
    }
  }

  /** One code: how often, and the first examples. */
  public record IssueCount(Severity severity, String code, long count, List<Issue> examples) {}

  /** Rows taken in none of the files. */
  public long rejected() {
    return files.stream().mapToLong(FileSummary::rejected).sum();
  }
}
