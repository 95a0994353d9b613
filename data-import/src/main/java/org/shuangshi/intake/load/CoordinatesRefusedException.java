package org.shuangshi.intake.load;

import org.shuangshi.intake.coordinate.CoordinateException;
import org.shuangshi.intake.coordinate.Finding;

/** No reading of a file's coordinates can be believed; nothing was changed. */
public final class CoordinatesRefusedException extends ImportException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  CoordinatesRefusedException(CoordinateException refusal) {
    super(refusal.code(), String.valueOf(refusal.getMessage()));
    this.finding = refusal.finding();
  }

  /** What was seen, with the readings to choose from. */
  public Finding finding() {
    return finding;
  }
}
