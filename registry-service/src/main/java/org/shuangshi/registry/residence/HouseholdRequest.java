package org.shuangshi.registry.residence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a household from a day on. */
final class HouseholdRequest {

  private HouseholdRequest() {}

  /**
   * All of it lives elsewhere.
   *
   * @param unit id of the unit it moves to
   */
  record Move(
      @Nullable Long unit,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * Some of it are a household of their own.
   *
   * @param members ids of the persons who leave it
   * @param head which of them is the new household's head
   * @param newHead head of those who stay, where the old one leaves
   * @param unit where the new household lives; without it where it does now
   */
  record Split(
      @Nullable List<Long> members,
      @Nullable Long head,
      @Nullable Long newHead,
      @Nullable Long unit,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /**
   * It becomes part of another one.
   *
   * @param into id of the household that takes it in, where that one lives
   */
  record Merge(
      @Nullable Long into,
      @Nullable LocalDate from,
      @Nullable String why,
      @Nullable String source) {}

  /** It is here no more. */
  record Leave(@Nullable LocalDate from, @Nullable String why, @Nullable String source) {}
}
