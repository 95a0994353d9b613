package org.shuangshi.intake.load;

/** The batch does what batches seldom do, and nobody has said yes; nothing was changed. */
public final class AnomalousException extends ImportException {
  private static final long serialVersionUID = 1L;

  private final transient ImportSummary summary;

  AnomalousException(ImportSummary summary) {
    super(
        "import.anomalous", "这批数据有 " + summary.anomalies().size() + " 处异常变化，没有写入任何内容；请逐条核对，确认后再写入");
    this.summary = summary;
  }

  /** What it would have done. */
  public ImportSummary summary() {
    return summary;
  }
}
