package org.shuangshi.intake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.intake.load.ImportException;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.Issue;
import org.shuangshi.intake.load.Rejected;
import org.shuangshi.intake.load.Severity;

/** Collects what was rejected while an import runs, and writes the rows back into a folder. */
final class RejectedFiles {

  private final Path folder;
  private final Map<String, Map<Long, List<Issue>>> files = new HashMap<>();

  RejectedFiles(Path folder) {
    this.folder = folder;
  }

  void add(String file, Issue issue) {
    if (issue.severity() == Severity.ERROR && issue.row() > 0) {
      files
          .computeIfAbsent(file, name -> new HashMap<>())
          .computeIfAbsent(issue.row(), row -> new ArrayList<>())
          .add(issue);
    }
  }

  /** An import begins again. */
  void clear() {
    files.clear();
  }

  /** Writes them; answers the files made. */
  List<Path> write(ImportRequest request) throws IOException, ImportException {
    List<Path> made = new ArrayList<>();
    for (SourceFile each : request.files()) {
      Map<Long, List<Issue>> rows = files.get(String.valueOf(each.file().getFileName()));
      if (rows != null) {
        Files.createDirectories(folder);
        Path target = folder.resolve(Rejected.fileName(each.file()));
        Rejected.write(each.file(), request.reading(each), each.kind(), rows, target);
        made.add(target);
      }
    }
    return made;
  }
}
