package org.shuangshi.registry.merging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What merging would do and what it asks, nothing written.
 *
 * @param etag of the person of the path
 * @param intoEtag of the one that stays
 * @param fields in which either says anything, in the order of the form
 * @param mains days on which both have a main residence
 * @param residences that go over or are joined
 * @param tenancies that go over
 */
record MergePreview(
    String etag,
    String intoEtag,
    List<FieldChoice> fields,
    List<MainChoice> mains,
    int residences,
    int tenancies) {

  /**
   * A field.
   *
   * @param said what the person of the path says last; masked where personal
   * @param into what the one that stays says last
   * @param undecided whether both say something on one day, and not the same: one is to be chosen
   */
  record FieldChoice(
      String field, @Nullable String said, @Nullable String into, boolean undecided) {}

  /**
   * Two main residences on one day.
   *
   * @param to first day it is no more so; null: no end known
   */
  record MainChoice(LocalDate from, @Nullable LocalDate to, long unit, long intoUnit) {}
}
