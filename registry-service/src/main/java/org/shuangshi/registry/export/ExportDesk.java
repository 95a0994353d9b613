package org.shuangshi.registry.export;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.registry.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Keeps the exports: two are written at a time, at most 40 are kept, each for an hour and sealed
 * ({@link ExportFolder}). They go when the service stops.
 */
@Component
class ExportDesk {
  private static final Logger log = LoggerFactory.getLogger(ExportDesk.class);
  private static final int AT_ONCE = 2;
  private static final int KEPT = 40;
  private static final Duration KEPT_FOR = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExportRepository repository;
  private final Map<Long, ExportJob> jobs = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(AT_ONCE, work -> new Thread(work, "export"));
  private final SecureRandom random = new SecureRandom();
  private final ExportFolder folder;

  @Autowired
  ExportDesk(ExportRepository repository, KeyRing ring) throws IOException {
    this(repository, ExportFolder.make(ring));
  }

  ExportDesk(ExportRepository repository, ExportFolder folder) {
    this.repository = repository;
    this.folder = folder;
  }

  /**
   * Takes an order; the file is written in the background.
   *
   * @param account who orders, and alone may have it
   */
  synchronized ExportJob take(ExportOrder order, long account) {
    forgetOld();
    if (jobs.size() >= KEPT) {
      throw Refusal.of(Refusal.Kind.BUSY, "export.busy", "导出任务太多，请稍后再试");
    }
    // not counted up: an id must not tell how many files others order; 53 bits stay exact in JSON
    long id = random.nextLong(1, 1L << 53);
    ExportJob job = new ExportJob(id, account, order);
    jobs.put(id, job);
    // written as who ordered it: the pool gives its connections to nobody else's areas
    workers.execute(DelegatingSecurityContextRunnable.create(() -> write(job), null));
    return job;
  }

  /** What the account ordered; of what others did it is not told that it is there. */
  ExportJob get(long id, long account) {
    ExportJob job = jobs.get(id);
    if (job == null || job.account() != account) {
      throw Refusal.unknown("export.unknown", "没有这个导出任务；导出的文件保留一小时");
    }
    return job;
  }

  private void write(ExportJob job) {
    try {
      Path open = open(job);
      fill(job, open);
      long bytes = Files.size(open);
      folder.seal(job.id(), open);
      job.ready(bytes);
    } catch (IOException | RuntimeException e) {
      log.error("Export {} of {} failed", job.id(), job.order().layer().word(), e);
    } finally {
      // also after an Error, which goes on to the thread's handler
      if (job.status() != ExportJob.Status.READY) {
        job.failed();
        remove(job);
      }
    }
  }

  /** The file of a job that is ready, opened. */
  InputStream read(ExportJob job) throws IOException {
    return folder.read(job.id());
  }

  private Path open(ExportJob job) {
    return folder.open(job.id(), job.order().format().format().extension());
  }

  private void fill(ExportJob job, Path open) throws IOException {
    ExportOrder order = job.order();
    try (FeatureWriter file =
        FeatureFiles.create(open, order.format().format(), order.schema(), order.options())) {
      boolean whole = false;
      try {
        repository.write(order, file, rows -> progress(job, rows));
        whole = true;
      } finally {
        if (!whole) {
          file.abandon(); // close() would hand out the rows so far as if they were all
        }
      }
    }
  }

  private static void progress(ExportJob job, long rows) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the service stops");
    }
    job.wrote(rows);
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  synchronized void forgetOld() {
    Instant oldest = Instant.now().minus(KEPT_FOR);
    jobs.values()
        .removeIf(
            job -> {
              boolean old =
                  job.status() != ExportJob.Status.RUNNING && job.ordered().isBefore(oldest);
              if (old) {
                remove(job);
              }
              return old;
            });
  }

  private void remove(ExportJob job) {
    try {
      Files.deleteIfExists(open(job));
      Files.deleteIfExists(folder.sealed(job.id()));
    } catch (IOException e) {
      log.warn("Export {} could not be deleted", job.id(), e);
    }
  }

  @PreDestroy
  void close() throws IOException, InterruptedException {
    workers.shutdownNow();
    if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("An export still waits for the database; the next start removes its file");
      return;
    }
    folder.close();
  }
}
