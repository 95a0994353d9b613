package org.shuangshi.registry.plan;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.zoning.Progress;
import org.shuangshi.registry.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Divides and rebalances, one at a time, beside the requests. What it finds is kept for an hour and
 * nowhere else: the same seed finds it again.
 */
@Component
class ZoningDesk {
  private static final Logger log = LoggerFactory.getLogger(ZoningDesk.class);
  private static final Duration KEPT_FOR = Duration.ofHours(1);
  private static final int MOST_WAITING = 20;

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, Work> works = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "zoning"));

  ZoningDesk(Clock clock) {
    this.clock = clock;
  }

  /** What came of a work. */
  record Found(
      java.util.List<PlanJob.ProposedGrid> grids,
      PlanJob.ProposedScore score,
      java.util.List<PlanJob.ProposedRemark> remarks) {}

  private static final class Work implements Progress {
    private final long plan;
    private final Instant begun;
    private volatile PlanJob.State state = PlanJob.State.WAITING;
    private volatile double share;
    private volatile boolean stopped;
    private volatile @Nullable Found found;

    Work(long plan, Instant begun) {
      this.plan = plan;
      this.begun = begun;
    }

    @Override
    public boolean reached(double now) {
      share = now;
      return !stopped;
    }
  }

  /**
   * Begins; answers the number of the job.
   *
   * @param work told of progress, stopped by it
   */
  long begin(long plan, Function<Progress, Found> work) {
    works.values().removeIf(each -> each.begun.plus(KEPT_FOR).isBefore(clock.instant()));
    if (works.values().stream().filter(each -> isAtWork(each.state)).count() >= MOST_WAITING) {
      throw Refusal.of(Refusal.Kind.BUSY, "plan.jobs-many", "正在划分的方案太多，请稍后再试");
    }
    long job = last.incrementAndGet();
    Work begun = new Work(plan, clock.instant());
    works.put(job, begun);
    worker.execute(() -> run(job, begun, work));
    return job;
  }

  private static boolean isAtWork(PlanJob.State state) {
    return state == PlanJob.State.WAITING || state == PlanJob.State.RUNNING;
  }

  private static void run(long job, Work work, Function<Progress, Found> to) {
    if (work.stopped) {
      work.state = PlanJob.State.CANCELLED;
      return;
    }
    work.state = PlanJob.State.RUNNING;
    try {
      work.found = to.apply(work);
      work.share = 1;
      work.state = PlanJob.State.DONE;
    } catch (CancellationException e) {
      work.state = PlanJob.State.CANCELLED;
    } catch (RuntimeException e) {
      log.error("Zoning job {} failed", job, e);
      work.state = PlanJob.State.FAILED;
    }
  }

  Optional<PlanJob> find(long plan, long job) {
    Work work = works.get(job);
    if (work == null || work.plan != plan) {
      return Optional.empty();
    }
    Found found = work.found;
    return Optional.of(
        new PlanJob(
            job,
            work.state,
            work.share,
            work.state == PlanJob.State.FAILED ? "没有完成，请查看服务日志" : null,
            found == null ? null : found.grids(),
            found == null ? null : found.score(),
            found == null ? null : found.remarks()));
  }

  void stop(long job) {
    Work work = works.get(job);
    if (work != null) {
      work.stopped = true;
    }
  }

  @PreDestroy
  void close() {
    works.values().forEach(each -> each.stopped = true);
    worker.shutdownNow();
  }
}
