package org.shuangshi.intake.coordinate;

/** No reading of the file's coordinates can be believed; stable code, Chinese message. */
public final class CoordinateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Finding finding;

  CoordinateException(String code, String message, Finding finding) {
    super(message);
    this.code = code;
    this.finding = finding;
  }

  public String code() {
    return code;
  }

  /** What was seen, with the readings to choose from. */
  public Finding finding() {
    return finding;
  }
}
