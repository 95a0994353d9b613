package org.shuangshi.intake.load;

import java.util.List;
import java.util.OptionalLong;
import org.shuangshi.intake.fact.FactWriter.Written;

/**
 * What an import did.
 *
 * @param change number of the change record; empty where nothing was written
 * @param dryRun whether all of it was taken back
 */
public record ImportSummary(List<FileSummary> files, OptionalLong change, boolean dryRun) {

  /** One file: its rows, what became of them, and what was said about them. */
  public record FileSummary(
      String file,
      Kind kind,
      String knownBy,
      String crs,
      List<String> ignoredColumns,
      long rows,
      long rejected,
      List<PartSummary> parts,
      List<IssueCount> issues) {

    /** Versions of the things the file is about. */
    public Written written() {
      return parts.stream()
          .filter(part -> part.table().equals(kind.table()))
          .map(PartSummary::written)
          .findFirst()
          .orElse(new Written(0, 0, 0));
    }
  }

  /** What became of one table: a file of units also brings entrances. */
  public record PartSummary(String table, Written written) {}

  /** One code: how often, and the first examples. */
  public record IssueCount(Severity severity, String code, long count, List<Issue> examples) {}

  /** Rows taken in none of the files. */
  public long rejected() {
    return files.stream().mapToLong(FileSummary::rejected).sum();
  }
}
