package org.shuangshi.gis.code;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document that says who somebody is, in the one form it is kept in, and what the
 * number itself proves.
 *
 * <pre>{@code
 * IdentityDocument.find(Kind.CITIZEN_ID, "610104620927690").get().number()   // of 18 characters
 * IdentityDocument.find(Kind.FOREIGN_RESIDENT_ID, "USA310056123456")          // without a birth date of its own
 * }</pre>
 *
 * <p>Checked: the form of each kind, and the check character and birth date where it has them. Not
 * checked: whether the number was ever given out, and anything of {@link Kind#OTHER}.
 */
public final class IdentityDocument {

  /** What the document is, and the forms its numbers have. */
  public enum Kind {
    /** 居民身份证, GB 11643-1999, also of 15 digits from before; 1–7 begin the codes of regions. */
    CITIZEN_ID("[1-7][0-9]{14}|[1-7][0-9]{16}[0-9X]"),
    /**
     * 来往内地通行证: of Hong Kong and Macao H or M and 8 digits, on old cards 2 more that count the
     * cards; of Taiwan 8 digits.
     */
    HK_MACAO_TAIWAN_PERMIT("[HM][0-9]{8}(?:[0-9]{2})?|[0-9]{8}"),
    /** 港澳台居民居住证: as a citizen id, begins with 81 香港, 82 澳门, 83 台湾. */
    RESIDENCE_PERMIT_HMT("8[123]0000[0-9]{11}[0-9X]"),
    /** ICAO 9303 part 4: up to nine letters and digits; a few states write more. */
    PASSPORT("(?=.*[0-9])[A-Z0-9]{5,14}"),
    /**
     * 外国人永久居留身份证: since 2023 18 digits that begin with 9 and end with a check as GB 11643 has it;
     * before, the state's three letters and 12 digits, of which the fifth to tenth are the birth
     * date.
     */
    FOREIGN_RESIDENT_ID("9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}"),
    OTHER(".+");

    private final Pattern form;

    Kind(String form) {
      this.form = Pattern.compile(form);
    }
  }

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final int CITIZEN_LENGTH = 18;
  private static final int FIRST_OF_SHORT_BIRTH = 7;

  private final Kind kind;
  private final String number;
  private final @Nullable CitizenId citizen;

  private IdentityDocument(Kind kind, String number, @Nullable CitizenId citizen) {
    this.kind = kind;
    this.number = number;
    this.citizen = citizen;
  }

  /** The document of this number, however it is typed; empty where no such document has it. */
  public static Optional<IdentityDocument> find(Kind kind, String typed) {
    String number = folded(typed);
    if (!kind.form.matcher(number).matches()) {
      return Optional.empty();
    }
    boolean checked =
        kind == Kind.CITIZEN_ID
            || kind == Kind.RESIDENCE_PERMIT_HMT
            || (kind == Kind.FOREIGN_RESIDENT_ID && number.length() == CITIZEN_LENGTH);
    if (!checked) {
      return Optional.of(new IdentityDocument(kind, number, null));
    }
    return CitizenId.find(number).map(id -> new IdentityDocument(kind, id.number(), id));
  }

  /** Half-width, capitals, without spaces: two writings of one number come to the same. */
  public static String folded(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c >= '！' && c <= '～') {
        plain.append((char) (c - '！' + '!'));
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  /** The number as it is kept. Personal: never for a log or a URL. */
  public String number() {
    return number;
  }

  /** The birth date that the number proves; null where it proves none. */
  public @Nullable LocalDate birthDate() {
    return citizen == null ? null : citizen.birthDate();
  }

  /** Whether the number proves a man; null where it proves neither. */
  public @Nullable Boolean male() {
    return citizen == null ? null : citizen.male();
  }

  /** Whether who has this number can be born on that day. */
  public boolean fits(LocalDate birth) {
    if (citizen != null) {
      return citizen.birthDate().equals(birth);
    }
    return kind != Kind.FOREIGN_RESIDENT_ID
        || number.startsWith(SHORT.format(birth), FIRST_OF_SHORT_BIRTH);
  }

  /** Without the number. */
  @Override
  public String toString() {
    return "IdentityDocument[" + kind + "]";
  }
}
