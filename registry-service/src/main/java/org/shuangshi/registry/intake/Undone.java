package org.shuangshi.registry.intake;

import java.util.List;
import org.shuangshi.intake.load.UndoSummary;

/**
 * What taking an import back did, or would do.
 *
 * @param left the first of the things that are left alone
 * @param leftInAll how many there are
 */
record Undone(List<TableUndone> tables, List<LeftThing> left, long leftInAll) {

  /**
   * What became of one table.
   *
   * @param withdrawn things the import brought that are believed no more
   * @param restored things it changed that are as before
   * @param left things that stay as they are
   */
  record TableUndone(String table, long withdrawn, long restored, long left) {}

  /**
   * A thing that is left alone.
   *
   * @param code why, for programs
   * @param reason why, for people, in Chinese
   */
  record LeftThing(String table, long id, String code, String reason) {}

  static Undone of(UndoSummary summary) {
    return new Undone(
        summary.tables().stream()
            .map(
                each ->
                    new TableUndone(each.table(), each.withdrawn(), each.restored(), each.left()))
            .toList(),
        summary.left().stream()
            .map(
                each ->
                    new LeftThing(
                        each.table(), each.id(), each.reason().code(), each.reason().label()))
            .toList(),
        summary.tables().stream().mapToLong(UndoSummary.TableUndo::left).sum());
  }
}
