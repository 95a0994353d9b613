package org.shuangshi.gis.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen id of 18 characters by GB 11643-1999: county (6), birth date (8), sequence (3, odd for
 * men), check character. Also the residence permits of people from Hong Kong, Macao and Taiwan,
 * which have the same form and begin with 81, 82, 83.
 *
 * <p>Checked: form, a birth date that exists, the check character. Not checked: whether the county
 * code was ever in use, whether the birth date lies in the future.
 */
public final class CitizenId {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private final String number;
  private final LocalDate birthDate;

  private CitizenId(String number, LocalDate birthDate) {
    this.number = number;
    this.birthDate = birthDate;
  }

  /**
   * The id as written on cards, also one of 15 digits (before 1999), which is upgraded: born 19xx,
   * check character added. A small x is read as X. Empty for anything else.
   */
  public static Optional<CitizenId> find(String text) {
    String number = text.strip().toUpperCase(Locale.ROOT);
    if (number.matches("[0-9]{15}")) {
      String upgraded = number.substring(0, 6) + "19" + number.substring(6);
      return of(upgraded + check(upgraded));
    }
    return number.matches("[0-9]{17}[0-9X]") && number.charAt(17) == check(number)
        ? of(number)
        : Optional.empty();
  }

  private static Optional<CitizenId> of(String number) {
    try {
      LocalDate birth =
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14)));
      return Optional.of(new CitizenId(number, birth));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The check character of the first 17 digits of this text. */
  public static char check(CharSequence seventeenDigits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  /** The 18 characters. Personal: never for a log or a URL. */
  public String number() {
    return number;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public boolean male() {
    return (number.charAt(16) - '0') % 2 == 1;
  }

  /** The county the number was issued for, GB/T 2260 of that year. */
  public String county() {
    return number.substring(0, 6);
  }

  /** Without the number: an id in a log is one too many. */
  @Override
  public String toString() {
    return "CitizenId[" + county() + "************]";
  }
}
