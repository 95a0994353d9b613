package org.shuangshi.intake.load;

/** An import that is refused as a whole; nothing was changed. Stable code, Chinese message. */
public class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  ImportException(String code, String message) {
    super(message);
    this.code = code;
  }

  ImportException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
