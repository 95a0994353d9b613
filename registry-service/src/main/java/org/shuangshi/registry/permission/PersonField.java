package org.shuangshi.registry.permission;

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
  RESIDENCE_PERMIT
}
