package org.shuangshi.intake.load;

/** Given up by whoever asked for it; nothing was changed. */
public final class CancelledException extends ImportException {
  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("import.cancelled", "已取消，没有写入任何内容");
  }
}
