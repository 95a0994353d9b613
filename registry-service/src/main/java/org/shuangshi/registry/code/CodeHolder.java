package org.shuangshi.registry.code;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a code speaks of.
 *
 * @param kind region or grid
 * @param from first day of the code there
 * @param to first day it was no more its; null: no end known
 * @param held whether it has the code on the day asked about; else it was the last to have it
 * @param supersededBy where it is not held: what stands there on that day, each with its code;
 *     empty where nothing does
 */
record CodeHolder(
    String code,
    String kind,
    long id,
    String name,
    LocalDate from,
    @Nullable LocalDate to,
    boolean held,
    List<Successor> supersededBy) {

  /** The thing itself under its newer code, or what replaced it. */
  record Successor(String kind, long id, String code, String name) {}

  CodeHolder with(List<Successor> successors) {
    return new CodeHolder(code, kind, id, name, from, to, held, successors);
  }
}
