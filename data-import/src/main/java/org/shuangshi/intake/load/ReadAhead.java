package org.shuangshi.intake.load;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureReader;

/**
 * Reads a file in a thread of its own, a few hundred rows ahead: taking a spreadsheet apart is as
 * much work as judging and sealing what it says, and there are two cores at least.
 *
 * <p>The reader belongs to that thread until {@link #close}; rows come in file order, and what was
 * read before the file broke comes before its exception.
 */
final class ReadAhead implements Closeable {

  private static final int ROWS = 64;
  private static final int BATCHES = 8;
  private static final long LOOK_UP_MILLIS = 50;

  /** Rows, and how it went on after them. */
  private record Batch(
      List<Feature> rows, double progress, boolean last, @Nullable Throwable failure) {}

  private final FeatureReader reader;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private volatile boolean stopped;
  private Batch batch = new Batch(List.of(), 0, false, null);
  private int taken;

  private ReadAhead(FeatureReader reader) {
    this.reader = reader;
    this.thread = new Thread(this::read, "read-ahead");
  }

  static ReadAhead of(FeatureReader reader) {
    ReadAhead ahead = new ReadAhead(reader);
    ahead.thread.setDaemon(true);
    ahead.thread.start();
    return ahead;
  }

  /** As {@link FeatureReader#next}. */
  @Nullable Feature next() throws FeatureFileException {
    while (taken == batch.rows().size()) {
      if (batch.failure() != null) {
        throw thrown(batch.failure());
      }
      if (batch.last()) {
        return null;
      }
      batch = take();
      taken = 0;
    }
    return batch.rows().get(taken++);
  }

  /** As {@link FeatureReader#progress}, of the rows taken. */
  double progress() {
    return batch.progress();
  }

  /** Stops reading; the reader stays the caller's to close. */
  @Override
  public void close() {
    stopped = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the reader must not be closed while it is being read
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    boolean on = true;
    while (on && !stopped) {
      Batch next = readBatch();
      on = put(next) && !next.last() && next.failure() == null;
    }
  }

  private Batch readBatch() {
    List<Feature> rows = new ArrayList<>(ROWS);
    try {
      while (rows.size() < ROWS) {
        Feature feature = reader.next();
        if (feature == null) {
          return new Batch(rows, reader.progress(), true, null);
        }
        rows.add(feature);
      }
      return new Batch(rows, reader.progress(), false, null);
    } catch (FeatureFileException | RuntimeException | Error e) {
      return new Batch(rows, 1, false, e);
    }
  }

  /** False where nobody wants it any more. */
  private boolean put(Batch next) {
    try {
      while (!stopped) {
        if (batches.offer(next, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Batch take() {
    try {
      return batches.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  private static FeatureFileException thrown(Throwable failure) {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return (FeatureFileException) failure;
  }
}
