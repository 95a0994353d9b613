package org.shuangshi.gis.crs;

/** A system that is unknown or cannot be reached; stable code, Chinese message. */
public final class CrsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public CrsException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
