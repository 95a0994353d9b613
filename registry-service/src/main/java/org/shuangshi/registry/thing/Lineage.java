package org.shuangshi.registry.thing;

import java.time.LocalDate;

/**
 * A thing's descent, seen from one end.
 *
 * @param relation MERGED_INTO, SPLIT_INTO, SAME_AS, REPLACED_BY: what the older became
 * @param kind of the other thing, the same as of this one
 * @param id of the other thing
 * @param label what the other is called, or was last
 * @param from day of the change
 */
record Lineage(Way way, String relation, String kind, long id, String label, LocalDate from) {

  /** Whether the other thing was there before, or came of this one. */
  enum Way {
    FROM,
    INTO
  }
}
