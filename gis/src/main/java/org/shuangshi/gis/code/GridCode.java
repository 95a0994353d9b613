package org.shuangshi.gis.code;

import java.util.Locale;

/**
 * A grid's code: its community (12 digits) and its number there (3 digits). People say the number.
 *
 * @param community 12 digits
 * @param number 0–999
 */
public record GridCode(String community, int number) {

  public GridCode {
    if (!community.matches("[0-9]{12}") || number < 0 || number > 999) {
      throw new IllegalArgumentException("no grid code: " + community + " / " + number);
    }
  }

  /**
   * Reads a code of 15 digits.
   *
   * @throws IllegalArgumentException where the text is not 15 digits
   */
  public static GridCode parse(String code) {
    if (!code.matches("[0-9]{15}")) {
      throw new IllegalArgumentException("no grid code: " + code);
    }
    return new GridCode(code.substring(0, 12), Integer.parseInt(code.substring(12)));
  }

  @Override
  public String toString() {
    return community + String.format(Locale.ROOT, "%03d", number);
  }
}
