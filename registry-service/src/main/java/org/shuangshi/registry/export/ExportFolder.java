package org.shuangshi.registry.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.SealedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of exports lie: a folder only the service's user can enter, its files sealed. A
 * file lies open only while it is written, as formats ask for files to go back and forth in.
 *
 * <p>A running service holds a lock in its folder. What one left that was killed is removed when
 * the next one starts.
 */
final class ExportFolder {
  private static final Logger log = LoggerFactory.getLogger(ExportFolder.class);
  private static final String NAME = "registry-export";
  private static final String LOCK = ".lock";

  /** A folder this young may be about to be locked. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /**
   * Those of this very process. A process is not held by its own locks, and closing a file that was
   * opened to ask for one gives up the one it has.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final KeyRing ring;
  private final Path folder;
  private final FileChannel lock;

  private ExportFolder(KeyRing ring, Path folder, FileChannel lock) {
    this.ring = ring;
    this.folder = folder;
    this.lock = lock;
  }

  static ExportFolder make(KeyRing ring) throws IOException {
    return make(ring, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A folder of its own, once what others left is gone. */
  static ExportFolder make(KeyRing ring, Path parent) throws IOException {
    removeLeft(parent);
    Path folder = Files.createTempDirectory(parent, NAME);
    OWN.add(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileLock held = lock.lock();
    log.debug("Exports lie in {}, locked {}", folder, held.isValid());
    return new ExportFolder(ring, folder, lock);
  }

  /** Where a file is written. */
  Path open(long id, String extension) {
    return folder.resolve(id + "." + extension);
  }

  /** Where a file is kept. */
  Path sealed(long id) {
    return folder.resolve(id + ".sealed");
  }

  /** Puts a written file away: from now on it is there sealed alone. */
  void seal(long id, Path open) throws IOException {
    try (OutputStream out =
        SealedFile.writing(ring, Files.newOutputStream(sealed(id)), bound(id))) {
      Files.copy(open, out);
    }
    Files.delete(open);
  }

  InputStream read(long id) throws IOException {
    return SealedFile.reading(ring, Files.newInputStream(sealed(id)), bound(id));
  }

  private static String bound(long id) {
    return "export:" + id;
  }

  void close() throws IOException {
    lock.close();
    remove(folder);
    OWN.remove(folder);
  }

  private static void removeLeft(Path parent) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, NAME + "*")) {
      for (Path folder : all) {
        Path lock = folder.resolve(LOCK);
        if (!OWN.contains(folder) && Files.isRegularFile(lock) && isLeft(lock)) {
          remove(folder);
          log.warn("Exports that a service left when it was killed were removed: {}", folder);
        }
      }
    }
  }

  private static boolean isLeft(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      boolean young =
          Files.getLastModifiedTime(lock).toInstant().isAfter(Instant.now().minus(YOUNG));
      return !young && channel.tryLock() != null;
    } catch (IOException e) {
      log.warn("Whether exports were left cannot be told: {}", lock, e);
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.list(folder)) {
      files = inside.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
