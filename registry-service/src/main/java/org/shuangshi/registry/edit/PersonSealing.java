package org.shuangshi.registry.edit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Sealing;
import org.shuangshi.intake.keyring.PersonSeal;

/** Persons are edited in the open and kept sealed; hashes follow from what is sealed. */
final class PersonSealing implements Sealing {
  private final PersonSeal seal;

  PersonSealing(PersonSeal seal) {
    this.seal = seal;
  }

  @Override
  public Map<String, @Nullable String> opened(
      String table, long id, Map<String, @Nullable String> kept) {
    if (!isPerson(table)) {
      return kept;
    }
    Map<String, @Nullable String> said = new HashMap<>(kept);
    said.computeIfPresent(
        PersonSeal.NUMBER, (column, value) -> seal.open(PersonSeal.of(id), column, value));
    said.computeIfPresent(
        PersonSeal.PHONE, (column, value) -> seal.open(PersonSeal.of(id), column, value));
    return said;
  }

  @Override
  public Map<String, @Nullable String> sealed(
      String table, long id, Map<String, @Nullable String> said) {
    if (!isPerson(table)) {
      return said;
    }
    String number = said.get(PersonSeal.NUMBER);
    Map<String, @Nullable String> kept = new HashMap<>(said);
    kept.put(PersonSeal.NUMBER, seal.seal(PersonSeal.of(id), PersonSeal.NUMBER, number));
    kept.put(
        PersonSeal.PHONE,
        seal.seal(PersonSeal.of(id), PersonSeal.PHONE, said.get(PersonSeal.PHONE)));
    kept.put("document_hash", seal.numberHash(said.get("document_type"), number));
    kept.put("document_tail", seal.tailHash(number));
    return kept;
  }

  private static boolean isPerson(String table) {
    return table.equals(ThingKind.PERSON.table());
  }
}
