package org.shuangshi.registry.intake;

import java.util.Set;

/** How far an import is. */
enum ImportState {
  /** Its file is not there yet. */
  NEW,
  /** Everything is done but the last step, to see what it would come to. */
  CHECKING,
  /** What it would come to is known; it waits for a yes. */
  CHECKED,
  APPLYING,
  /** Committed. */
  APPLIED,
  /** Refused as a whole: the register is as it was. */
  REFUSED,
  CANCELLED,
  /** Something broke that is not the file's fault: the register is as it was. */
  FAILED,
  UNDOING,
  /** Taken back, but for what was edited since. */
  UNDONE;

  private static final Set<ImportState> AT_WORK = Set.of(CHECKING, APPLYING, UNDOING);

  boolean atWork() {
    return AT_WORK.contains(this);
  }
}
