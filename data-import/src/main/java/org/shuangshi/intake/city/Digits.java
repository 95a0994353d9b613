package org.shuangshi.intake.city;

/** Numbers with leading zeros, by the million: String.format took a tenth of a whole run. */
final class Digits {
  private Digits() {}

  static String padded(String before, long number, int width) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder(before.length() + width).append(before);
    for (int i = digits.length(); i < width; i++) {
      text.append('0');
    }
    return text.append(digits).toString();
  }
}
