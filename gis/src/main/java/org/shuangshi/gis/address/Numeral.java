package org.shuangshi.gis.address;

/**
 * Where a number ends: digits and letters ({@code 12}, {@code 甲6}, {@code B2}, {@code 203-206}) or
 * a Chinese numeral ({@code 十二}).
 */
final class Numeral {
  private static final String PREFIXES = "甲乙丙丁临附特";
  private static final String CHINESE = "零〇○一二三四五六七八九十百千两";
  private static final String JOINTS = "-/~#";
  private static final int LONGEST = 20;

  private Numeral() {}

  /** The end of the number that begins at {@code at}; {@code at} itself where none does. */
  static int end(NormalText normal, int at) {
    String text = normal.text();
    int end = Math.min(text.length(), at + LONGEST);
    int i = at;
    if (i + 1 < end && PREFIXES.indexOf(text.charAt(i)) >= 0 && starts(text.charAt(i + 1))) {
      i++;
    }
    if (i < end && CHINESE.indexOf(text.charAt(i)) >= 0) {
      while (i < end && CHINESE.indexOf(text.charAt(i)) >= 0 && (i == at || !normal.breaksAt(i))) {
        i++;
      }
      return i;
    }
    int began = i;
    while (i < end && (i == at || !normal.breaksAt(i))) {
      char c = text.charAt(i);
      boolean joint = JOINTS.indexOf(c) >= 0 && i + 1 < end && plain(text.charAt(i + 1));
      if (!plain(c) && !(joint && i > began)) {
        break;
      }
      i++;
    }
    if (i < end && i > began && !normal.breaksAt(i) && "甲乙丙丁".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i == began) {
      boolean alone =
          i < end
              && "甲乙丙丁".indexOf(text.charAt(i)) >= 0
              && i + 1 < end
              && follows(text.charAt(i + 1));
      return alone ? i + 1 : at;
    }
    return word(text, began, i) ? at : i;
  }

  /** Whether a number may begin with it. */
  static boolean starts(char c) {
    return plain(c) || CHINESE.indexOf(c) >= 0;
  }

  static boolean chinese(char c) {
    return CHINESE.indexOf(c) >= 0;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean follows(char c) {
    return "号幢栋座".indexOf(c) >= 0;
  }

  private static boolean plain(char c) {
    return digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** SOHO, Windsor: three letters and more without a digit are a word. */
  private static boolean word(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (digit(text.charAt(i))) {
        return i - from > 2;
      }
    }
    return to - from > 2;
  }
}
