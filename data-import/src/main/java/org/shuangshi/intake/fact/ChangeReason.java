package org.shuangshi.intake.fact;

/** What a change record says: who wrote, why, from which source, and the verb. */
public record ChangeReason(String who, String why, String source, Kind kind) {

  /** The verbs of {@code register.change.kind}. */
  public enum Kind {
    IMPORT,
    CHANGE,
    CORRECTION,
    PLAN,
    UNDO,
    /** A new day began: nothing is said, but what was said for that day comes true. */
    DAY,
    /** People were erased by law: nothing is said, what told who they were is gone. */
    ERASURE
  }
}
