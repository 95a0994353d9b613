package org.shuangshi.registry.intake;

import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.intake.load.Severity;

/**
 * Something about a row. The key of the row is left out: of people it may be a document number.
 *
 * @param row as the file counts; 0 where it concerns the file
 * @param lon place, EPSG:4490; null where none can be named
 */
record ToldIssue(
    Severity severity,
    String code,
    long row,
    @Nullable Double lon,
    @Nullable Double lat,
    String message) {

  static ToldIssue of(Issue issue) {
    return new ToldIssue(
        issue.severity(), issue.code(), issue.row(), issue.lon(), issue.lat(), issue.message());
  }
}
