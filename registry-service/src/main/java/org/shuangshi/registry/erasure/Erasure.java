package org.shuangshi.registry.erasure;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it.
 *
 * @param person who is to be erased; a masked name, as far as the reader may see one
 * @param others ids of those found to be the same human being, who are erased too
 * @param own whether who reads it asked for it: somebody else has to confirm
 * @param decision null while it is open
 * @param answer why it was refused
 */
record Erasure(
    long id,
    Whom person,
    List<Long> others,
    Basis basis,
    String why,
    String askedBy,
    OffsetDateTime askedAt,
    boolean own,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime decidedAt,
    @Nullable String answer) {

  /** A person, as far as it is told who. */
  record Whom(long id, String label) {}

  boolean isOpen() {
    return decision == null;
  }

  Erasure withLabel(String label) {
    return new Erasure(
        id,
        new Whom(person.id(), label),
        others,
        basis,
        why,
        askedBy,
        askedAt,
        own,
        decision,
        decidedBy,
        decidedAt,
        answer);
  }
}
