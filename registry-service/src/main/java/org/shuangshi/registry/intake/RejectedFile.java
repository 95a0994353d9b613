package org.shuangshi.registry.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.intake.load.FileReading;
import org.shuangshi.intake.load.ImportException;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.intake.load.Rejected;
import org.shuangshi.intake.mapping.Wish;
import org.shuangshi.registry.refusal.Refusal;

/**
 * The rows of a file that were rejected, as the same file, with what is wrong beside each. It has
 * no name in the folder any more.
 *
 * @param in to be closed
 */
record RejectedFile(String name, long bytes, InputStream in) {

  static RejectedFile make(ImportJob job, ImportFolder folder, List<ToldIssue> errors)
      throws IOException {
    Map<Long, List<Issue>> rows = new HashMap<>();
    for (ToldIssue each : errors) {
      rows.computeIfAbsent(each.row(), row -> new ArrayList<>())
          .add(
              new Issue(
                  each.severity(),
                  each.code(),
                  each.row(),
                  null,
                  each.lon(),
                  each.lat(),
                  each.message()));
    }
    try (ImportFolder.Opened opened = folder.open(job.id(), job.fileName())) {
      ReadOptions options = reading(job, opened.file());
      String name = Rejected.fileName(opened.file());
      Path target = opened.file().resolveSibling(name);
      Rejected.write(opened.file(), options, job.kind(), rows, target);
      // what is open can be read on once it is deleted: nothing lies there while it is sent
      return new RejectedFile(name, Files.size(target), Files.newInputStream(target));
    }
  }

  /** As the import read it. */
  private static ReadOptions reading(ImportJob job, Path file) throws FeatureFileException {
    try {
      return FileReading.of(
          file,
          job.kind(),
          job.layerToRead(),
          job.keyToRead(),
          new Wish(job.chosen(), job.profile()));
    } catch (ImportException e) {
      throw Refusal.of(Refusal.Kind.INVALID, e.code(), String.valueOf(e.getMessage()));
    }
  }
}
