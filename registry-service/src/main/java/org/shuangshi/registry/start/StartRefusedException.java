package org.shuangshi.registry.start;

import org.jspecify.annotations.Nullable;

/** The service may not start; the message is for people, in Chinese, on one line. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
