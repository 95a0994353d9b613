package org.shuangshi.intake.load;

import java.util.List;
import java.util.OptionalLong;

/**
 * What taking an import back did.
 *
 * @param undone change that was taken back
 * @param change record of the taking back; empty where nothing was left to take back, and nothing
 *     was written
 * @param tables in the order things refer to each other
 * @param left things that stay as they are, with the reason; the first {@link #MOST_LEFT}
 */
public record UndoSummary(
    long undone, OptionalLong change, List<TableUndo> tables, List<LeftAlone> left) {

  /** More are counted, not listed. */
  public static final int MOST_LEFT = 1000;

  /**
   * Things of one table.
   *
   * @param withdrawn the import brought them: they are believed no more
   * @param restored the import changed them: what was believed before it is believed again
   * @param left they stay as they are
   */
  public record TableUndo(String table, long withdrawn, long restored, long left) {}

  /**
   * A thing that stays as it is.
   *
   * @param table its fact table
   * @param id the thing
   * @param reason why
   * @param otherTable table of the thing that is the reason; empty where it is the thing's own
   * @param otherId that thing; 0 where there is none
   */
  public record LeftAlone(String table, long id, Reason reason, String otherTable, long otherId) {}

  /** Why a thing stays as it is. Codes are stable. */
  public enum Reason {
    EDITED("undo.edited", "导入之后又被改过"),
    REFERRED("undo.referred", "留下的记录还指向它"),
    GONE("undo.reference-gone", "恢复后会指向已经不在的记录"),
    OVERLAP("undo.overlap", "恢复后会与导入之后的登记冲突：同一天两处主要居所或两位户主");

    private final String code;
    private final String label;

    Reason(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    /** In Chinese. */
    public String label() {
      return label;
    }
  }

  /** Whether anything was taken back. */
  public boolean wroteSomething() {
    return change.isPresent();
  }
}
