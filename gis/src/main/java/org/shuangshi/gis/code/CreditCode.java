package org.shuangshi.gis.code;

/** 统一社会信用代码, GB 32100-2015: 18 characters without I, O, S, V, Z; the last one is a check. */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  /** Whether all 18 characters are of the alphabet and the last one checks the others. */
  public static boolean valid(String code) {
    return code.length() == 18
        && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && check(code) == code.charAt(17);
  }

  /**
   * The check character of the first 17 characters.
   *
   * @throws IllegalArgumentException for a character outside the alphabet
   */
  public static char check(CharSequence seventeen) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = ALPHABET.indexOf(seventeen.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not a character of GB 32100 at " + i);
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
