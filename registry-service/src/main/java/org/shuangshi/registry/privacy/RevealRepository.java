package org.shuangshi.registry.privacy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.PersonField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RevealRepository {
  private static final String PRESENT = Sql.of("privacy/present.sql");
  private static final String VALUES = Sql.of("privacy/values.sql");

  private final JdbcClient jdbc;
  private final PersonSeal seal;

  RevealRepository(JdbcClient jdbc, PersonSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  boolean present(long id, LocalDate asOf) {
    return jdbc.sql(PRESENT).param("id", id).param("asOf", asOf).query(Boolean.class).single();
  }

  /** All personal fields, in full; of what is not known there is no entry. */
  Optional<Map<PersonField, String>> values(long id, LocalDate asOf) {
    return jdbc.sql(VALUES)
        .param("id", id)
        .param("asOf", asOf)
        .query(
            (row, n) -> {
              Map<PersonField, String> values = new EnumMap<>(PersonField.class);
              for (PersonField field : PersonField.values()) {
                String value = row.getString(field.column());
                if (field == PersonField.DOCUMENT_NUMBER || field == PersonField.PHONE) {
                  value = seal.open(PersonSeal.of(id), field.column(), value);
                }
                if (value != null) {
                  values.put(field, value);
                }
              }
              return values;
            })
        .optional();
  }
}
