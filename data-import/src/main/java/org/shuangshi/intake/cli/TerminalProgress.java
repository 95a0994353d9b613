package org.shuangshi.intake.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.Issue;

/**
 * Shows progress on one line of the terminal's standard error, nothing where that is no terminal;
 * writes every issue to a CSV file where one is wanted.
 */
final class TerminalProgress implements ImportProgress, AutoCloseable {

  private static final long SHOW_EVERY_NANOS = 200_000_000;

  private final PrintStream terminal = System.err;
  private final boolean shown;
  private final @Nullable CsvWriter issues;
  private final @Nullable RejectedFiles rejected;
  private String step = "";
  private long started;
  private long lastShown;

  private TerminalProgress(
      boolean shown, @Nullable CsvWriter issues, @Nullable RejectedFiles rejected) {
    this.shown = shown;
    this.issues = issues;
    this.rejected = rejected;
  }

  /**
   * Progress with all issues written to a file; null: nowhere.
   *
   * @param rejected told of all issues; null where nobody wants the rows back
   */
  @SuppressWarnings("SystemConsoleNull") // Java 22 always has a console, which this then shows on
  static TerminalProgress open(@Nullable Path issues, @Nullable RejectedFiles rejected)
      throws IOException {
    boolean terminal = System.console() != null;
    if (issues == null) {
      return new TerminalProgress(terminal, null, rejected);
    }
    var text = Files.newBufferedWriter(issues, StandardCharsets.UTF_8);
    text.write('\uFEFF'); // so that Excel reads Chinese
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord("文件", "行", "主键", "级别", "代码", "说明", "lon", "lat");
    return new TerminalProgress(terminal, csv, rejected);
  }

  @Override
  public void step(String now, double share, long rows) {
    long time = System.nanoTime();
    if (!now.equals(step)) {
      step = now;
      started = time;
      lastShown = 0;
    }
    if (!shown || time - lastShown < SHOW_EVERY_NANOS) {
      return;
    }
    lastShown = time;
    double seconds = (time - started) / 1e9;
    StringBuilder line = new StringBuilder("\r\033[K").append(now).append(' ').append(rows);
    if (seconds > 1) {
      line.append(String.format(Locale.ROOT, "，每秒 %.0f", rows / seconds));
    }
    if (share > 0.01 && seconds > 1) {
      line.append(
          String.format(Locale.ROOT, "，%.0f%%，还需约 %.0f 秒", share * 100, seconds / share - seconds));
    }
    terminal.print(line);
    terminal.flush();
  }

  /** Wipes the line, so that what is printed next stands alone. */
  void clear() {
    if (shown) {
      terminal.print("\r\033[K");
      terminal.flush();
    }
  }

  @Override
  public void issue(String file, Issue issue) {
    if (rejected != null) {
      rejected.add(file, issue);
    }
    if (issues != null) {
      issues.writeRecord(
          file,
          issue.row() == 0 ? "" : Long.toString(issue.row()),
          issue.key() == null ? "" : issue.key(),
          issue.severity().label(),
          issue.code(),
          issue.message(),
          issue.lon() == null ? "" : issue.lon().toString(),
          issue.lat() == null ? "" : issue.lat().toString());
    }
  }

  @Override
  public void close() {
    if (issues != null) {
      try {
        issues.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
