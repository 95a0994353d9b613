package org.shuangshi.gis.feature;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** The hidden file a writer fills beside its target, moved to the target's name when whole. */
final class PartFile {

  private final Path target;
  private final Path part;
  private boolean wanted = true;

  PartFile(Path target) throws FeatureFileException {
    this.target = target.toAbsolutePath();
    try {
      String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
      this.part = this.target.resolveSibling("." + target.getFileName() + "." + unique + ".part");
      // Not createTempFile, whose files nobody else may read even after the move.
      Files.createFile(part);
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  Path path() {
    return part;
  }

  void abandon() {
    wanted = false;
  }

  boolean isWanted() {
    return wanted;
  }

  /** Moves the file to its name, or removes it if it was given up. */
  void settle() throws FeatureFileException {
    try {
      if (!wanted) {
        Files.deleteIfExists(part);
        return;
      }
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** Removes the file at once, after a failure; what the failure leaves open, close() retries. */
  void discard() {
    wanted = false;
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The failure itself is what is reported; the file is hidden and settle() tries once more.
    }
  }

  FeatureFileException notWritable(Exception cause) {
    return notWritable(target, cause);
  }

  private static FeatureFileException notWritable(Path target, Exception cause) {
    return new FeatureFileException(
        "file.not-writable", "无法写入文件 " + target + "，请检查目录是否存在、权限和磁盘空间", cause);
  }
}
