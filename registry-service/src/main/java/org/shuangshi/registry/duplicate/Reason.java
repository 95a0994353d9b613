package org.shuangshi.registry.duplicate;

/**
 * Why two are taken for one.
 *
 * @param text the same in words, fit to be shown
 */
record Reason(Code code, String text) {

  /** What they have in common. */
  enum Code {
    SAME_DOCUMENT,
    SAME_UNIT,
    SAME_BUILDING,
    SIMILAR_ADDRESS
  }
}
