package org.shuangshi.gis.crs;

/** A system that is unknown or cannot be reached; stable code, Chinese message. */
public final class CrsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public CrsException(String code, String message) {
    super(message);
    this.code = code;
  }

  static CrsException unknown(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return new CrsException("crs.unknown", "不认识的坐标系“" + shown + "”，请用 EPSG 代码指明，例如 EPSG:4490");
  }

  public String code() {
    return code;
  }
}
