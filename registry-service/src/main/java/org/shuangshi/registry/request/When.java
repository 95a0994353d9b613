package org.shuangshi.registry.request;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a read.
 *
 * @param asOf day of the world asked about
 * @param knownAt instant whose belief is asked for; null means the belief of now
 */
public record When(LocalDate asOf, @Nullable OffsetDateTime knownAt) {

  /** That day as it is believed now. */
  public static When of(LocalDate asOf) {
    return new When(asOf, null);
  }
}
