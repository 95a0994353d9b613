package org.shuangshi.registry.intake;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.registry.intake.ImportRepository.Along;
import org.shuangshi.registry.intake.ImportWork.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works on imports, one at a time as the register takes them. What it was at work on when the
 * service ended is taken up again from the start: until a job is APPLIED nothing of it is in the
 * register.
 */
@Component
class ImportDesk {
  private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Files hold people in full: they go when nobody did anything with the import for so long. */
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final ImportRepository jobs;
  private final ImportWork work;
  private final ImportFolder folder;
  private final Clock clock;
  private final Map<Long, Progress> running = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "import"));

  ImportDesk(ImportRepository jobs, ImportWork work, ImportFolder folder, Clock clock) {
    this.jobs = jobs;
    this.work = work;
    this.folder = folder;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeUpAgain() {
    for (ImportRepository.AtWork left : jobs.atWork()) {
      log.warn("Import {} was {} when the service ended; it begins anew", left.id(), left.state());
      jobs.resumed(left.id());
      begin(left.id());
    }
  }

  /** Queues a job that is CHECKING or APPLYING. */
  void begin(long id) {
    Writing issues = new Writing(id);
    running.put(id, new Progress(issues));
    worker.execute(() -> run(id, issues));
  }

  Optional<Progress> progress(long id) {
    return Optional.ofNullable(running.get(id));
  }

  /** Stops one at work: it ends a little later. */
  void stop(long id) {
    progress(id).ifPresent(Progress::stop);
  }

  private void run(long id, Writing issues) {
    Progress progress = running.get(id);
    ImportJob job = jobs.find(id).orElse(null);
    if (progress == null || job == null || !job.state().atWork()) {
      running.remove(id);
      return;
    }
    issues.undoing = job.state() == ImportState.UNDOING;
    try (issues) {
      switch (job.state()) {
        case CHECKING -> {
          String outcome = work.check(job, progress);
          end(job, ImportState.CHECKED, new Along(null, outcome, null));
        }
        case APPLYING -> work.apply(job, progress);
        default -> {
          progress.step("撤回", -1, 0);
          work.undo(job);
        }
      }
    } catch (RefusedException e) {
      end(job, broken(job, ImportState.REFUSED), new Along(null, e.outcome(), e.problem()));
    } catch (CancellationException e) {
      if (!worker.isShutdown()) { // else the next start takes it up again
        end(job, ImportState.CANCELLED, Along.NOTHING);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      if (!worker.isShutdown()) {
        log.error("Import {} failed", id, e);
        end(
            job,
            broken(job, ImportState.FAILED),
            new Along(
                null, null, new ImportJob.Fault("import.failed", "没有完成，登记簿没有改动；请重试，若仍失败请查看服务日志")));
      }
    } finally {
      running.remove(id);
    }
  }

  /** What was not taken back stays written. */
  private static ImportState broken(ImportJob job, ImportState otherwise) {
    return job.state() == ImportState.UNDOING ? ImportState.APPLIED : otherwise;
  }

  private void end(ImportJob job, ImportState state, Along along) {
    if (!jobs.move(job.id(), List.of(job.state()), state, along)) {
      log.warn("Import {} was no longer {} when it came to {}", job.id(), job.state(), state);
    }
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetOld() throws IOException {
    for (long id : jobs.forget(OffsetDateTime.now(clock).minus(KEPT_FOR))) {
      folder.remove(id);
    }
  }

  @PreDestroy
  void close() throws InterruptedException {
    worker.shutdownNow();
    running.values().forEach(Progress::stop);
    if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("An import still waits for the database; the next start takes it up again");
    }
  }

  /** The issues of a run, in a file made at the first. */
  private final class Writing implements Consumer<Issue>, AutoCloseable {
    private final long id;
    private boolean undoing;
    private @Nullable Writer to;

    Writing(long id) {
      this.id = id;
    }

    @Override
    public void accept(Issue issue) {
      try {
        Writer open = to;
        if (open == null) {
          open = work.issues(id);
          to = open;
        }
        work.write(open, issue);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      Writer open = to;
      if (open == null && undoing) {
        return; // what was said about the rows stands
      }
      if (open == null) {
        open = work.issues(id); // none: the ones of an earlier run are not its
      }
      open.close();
    }
  }
}
