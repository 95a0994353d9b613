package org.shuangshi.gis.feature;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read or written. The code is stable and for programs ({@code
 * file.truncated}); the message is for people, in Chinese, and says what to do.
 */
public final class FeatureFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public FeatureFileException(String code, String message) {
    this(code, message, null);
  }

  public FeatureFileException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
