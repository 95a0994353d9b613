package org.shuangshi.gis.address;

/** A stretch of a text as it was given: from inclusive, to exclusive. */
public record Span(int from, int to) {

  /** What stands there. */
  public String of(String text) {
    return text.substring(from, to);
  }
}
