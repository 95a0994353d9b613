package org.shuangshi.registry.permission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Personal fields of a person, each a right of its own. The words are kept in the database; in
 * lower case they are the columns of {@code register.person}.
 */
public enum PersonField {
  NAME,
  SEX,
  BIRTH_DATE,
  DOCUMENT_NUMBER,
  NATIONALITY,
  ETHNICITY,
  PHONE,
  REGISTERED_ADDRESS,
  REGISTRATION_BOOK,
  RESIDENCE_PERMIT;

  /** The field a call names: {@code birthDate}. */
  public static Optional<PersonField> find(String name) {
    return Arrays.stream(values()).filter(each -> each.field().equals(name)).findFirst();
  }

  /** In {@code register.person}: {@code birth_date}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In answers and requests: {@code birthDate}. */
  public String field() {
    String[] words = column().split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
