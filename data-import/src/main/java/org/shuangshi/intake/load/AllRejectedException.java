package org.shuangshi.intake.load;

import org.shuangshi.intake.load.ImportSummary.FileSummary;

/** Every row of a file was rejected: it is not what it was taken for, and nothing was changed. */
public final class AllRejectedException extends ImportException {
  private static final long serialVersionUID = 1L;

  private final transient FileSummary file;

  AllRejectedException(FileSummary file) {
    super(
        "file.all-rejected",
        file.file() + " 的 " + file.rows() + " 行全部被拒绝，没有写入任何内容；请核对文件内容、--as 和 --crs");
    this.file = file;
  }

  /** Why: the counts and examples per code. */
  public FileSummary file() {
    return file;
  }
}
