package org.shuangshi.gis.address;

/** Chinese numerals as addresses use them: 三 → 3, 十二 → 12, 二十 → 20, 一百零五 → 105, 三〇二 → 302. */
final class ChineseNumber {

  private static final String ONES = "零一二三四五六七八九";
  private static final String UNITS = "十百千";

  private ChineseNumber() {}

  /** The text with digits, where all of it is a Chinese numeral; otherwise the text itself. */
  static String digits(String text) {
    if (text.isEmpty()) {
      return text;
    }
    StringBuilder figures = new StringBuilder();
    boolean counted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = plain(text.charAt(i));
      counted |= UNITS.indexOf(c) >= 0;
      if (ONES.indexOf(c) < 0 && UNITS.indexOf(c) < 0) {
        return text;
      }
      figures.append(c);
    }
    return counted ? counted(figures) : spelled(figures);
  }

  private static char plain(char c) {
    return switch (c) {
      case '〇', '○' -> '零';
      case '两', '兩' -> '二';
      default -> c;
    };
  }

  /** 三〇二: each sign a digit. */
  private static String spelled(CharSequence text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      digits.append(ONES.indexOf(text.charAt(i)));
    }
    return digits.toString();
  }

  /** 一百零五: signs count tens, hundreds, thousands. */
  private static String counted(CharSequence text) {
    int sum = 0;
    int ones = 0;
    for (int i = 0; i < text.length(); i++) {
      int unit = UNITS.indexOf(text.charAt(i));
      if (unit < 0) {
        ones = ONES.indexOf(text.charAt(i));
      } else {
        int weight = unit == 0 ? 10 : unit == 1 ? 100 : 1000;
        sum += (ones == 0 ? 1 : ones) * weight;
        ones = 0;
      }
    }
    return Integer.toString(sum + ones);
  }
}
