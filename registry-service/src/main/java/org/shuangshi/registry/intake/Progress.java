package org.shuangshi.registry.intake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.Issue;

/**
 * How far a job at work is. Written by the thread that works, read by requests, which may also stop
 * it.
 */
final class Progress implements ImportProgress {
  private static final double NANOS = 1e9;

  /**
   * Shown while at work.
   *
   * @param step what is being done, in Chinese
   * @param share of it, 0 to 1; null where unknown
   * @param rows of it so far
   * @param rowsPerSecond of it; null before there is anything to tell from
   * @param secondsLeft of it; null where unknown
   */
  record Pace(
      String step,
      @Nullable Double share,
      long rows,
      @Nullable Long rowsPerSecond,
      @Nullable Long secondsLeft) {}

  private record At(String step, double share, long rows, long began, long now) {}

  private final Consumer<Issue> issues;
  private volatile At at = new At("等待前面的导入", -1, 0, System.nanoTime(), System.nanoTime());
  private volatile boolean stopped;

  Progress(Consumer<Issue> issues) {
    this.issues = issues;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public boolean cancelled() {
    return stopped;
  }

  @Override
  public void step(String step, double share, long rows) {
    long now = System.nanoTime();
    At before = at;
    at = new At(step, share, rows, before.step().equals(step) ? before.began() : now, now);
  }

  @Override
  public void issue(String file, Issue issue) {
    issues.accept(issue);
  }

  Pace pace() {
    At seen = at;
    double seconds = (seen.now() - seen.began()) / NANOS;
    boolean telling = seconds > 0.5;
    return new Pace(
        seen.step(),
        seen.share() < 0 ? null : seen.share(),
        seen.rows(),
        telling && seen.rows() > 0 ? Math.round(seen.rows() / seconds) : null,
        telling && seen.share() > 0.01
            ? Math.round(seconds * (1 - seen.share()) / seen.share())
            : null);
  }
}
