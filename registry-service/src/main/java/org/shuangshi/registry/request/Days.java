package org.shuangshi.registry.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Days of the register are days of Asia/Shanghai, wherever the server stands. */
@Component
public class Days {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final Clock clock;

  public Days(Clock clock) {
    this.clock = clock.withZone(ZONE);
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * The day a request asks about.
   *
   * @param asOf what it said; null means today
   */
  public LocalDate asked(@Nullable LocalDate asOf) {
    if (asOf == null) {
      return today();
    }
    check("asOf", asOf.getYear());
    return asOf;
  }

  /**
   * The day and the belief a request asks about.
   *
   * @param asOf what it said; null means today
   * @param knownAt what it said; null means what is believed now
   */
  public When asked(@Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {
    if (knownAt != null) {
      check("knownAt", knownAt.getYear());
    }
    return new When(asked(asOf), knownAt);
  }

  private static void check(String field, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.field(
          field, "parameter.invalid", field + " 应在 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间");
    }
  }
}
