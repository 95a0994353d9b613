package org.shuangshi.intake.load;

/** A cell that cannot be read as what its column holds. Without a stack: files hold many. */
final class ValueFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  ValueFault(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
