package org.shuangshi.registry.duplicate;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.privacy.Veil;

/**
 * What tells one person from another: masked, and null where the reader may not see it.
 *
 * @param birth year, the rest hidden
 * @param home address of the main residence
 */
record PersonBrief(
    long id,
    @Nullable String name,
    @Nullable String sex,
    @Nullable String birth,
    @Nullable String documentType,
    @Nullable String documentNumber,
    @Nullable String phone,
    @Nullable String registeredAddress,
    @Nullable String home) {

  PersonBrief masked(Veil.Over over) {
    return new PersonBrief(
        id,
        over.masked(id, PersonField.NAME, name),
        over.masked(id, PersonField.SEX, sex),
        over.masked(id, PersonField.BIRTH_DATE, birth),
        documentType,
        over.masked(id, PersonField.DOCUMENT_NUMBER, documentNumber),
        over.masked(id, PersonField.PHONE, phone),
        over.masked(id, PersonField.REGISTERED_ADDRESS, registeredAddress),
        home);
  }
}
