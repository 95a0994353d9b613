package org.shuangshi.intake.load;

/** What an issue does to its row. */
public enum Severity {
  /** The row is not taken. */
  ERROR("拒绝"),
  /** The row is taken; someone should look. */
  WARNING("警告"),
  /** The row is taken; this is how it was read. */
  NOTICE("提示");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** What people call it, in Chinese. */
  public String label() {
    return label;
  }
}
