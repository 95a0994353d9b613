package org.shuangshi.intake.database;

import org.jspecify.annotations.Nullable;

/**
 * A database that cannot hold the register. The code is stable and for programs ({@code
 * database.locale}); the message is for people, in Chinese, names the remedy and never a password.
 */
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  DatabaseException(String code, String message) {
    this(code, message, null);
  }

  DatabaseException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
