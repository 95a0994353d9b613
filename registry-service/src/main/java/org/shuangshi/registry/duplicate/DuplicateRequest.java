package org.shuangshi.registry.duplicate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.WithinRequest;

/** What is asked of duplicates. */
final class DuplicateRequest {

  private DuplicateRequest() {}

  /**
   * All pairs of an area.
   *
   * @param within of whom at least one lives or is registered there; absent: everywhere
   * @param limit rows of a page, 1 to 1000
   * @param after {@code next} of the page before
   */
  record Search(
      @Nullable WithinRequest within,
      @Nullable LocalDate asOf,
      @Nullable Integer limit,
      @Nullable String after) {}

  /**
   * Somebody being typed in; what is not known yet is left out.
   *
   * @param unit id of the unit they come to live in
   * @param except id of the person they are, where they are in the register already
   */
  record Check(
      @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable String documentType,
      @Nullable String documentNumber,
      @Nullable String registeredAddress,
      @Nullable Long unit,
      @Nullable Long except) {}
}
