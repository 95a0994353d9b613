package org.shuangshi.intake.occupancy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** DOMAIN, "Vacancy is evidence, not absence", word for word, one day at a time. */
final class VacancyRule {

  /** What is written of a day; days are numbers. */
  record Answer(
      String state,
      @Nullable String basis,
      @Nullable Long evidence,
      boolean contradiction,
      @Nullable String hint) {}

  /** Somebody lives, rents or works there from a day on, until before another (null: still). */
  record Stay(int from, @Nullable Integer to, String basis) {
    boolean runs(int day) {
      return from <= day && (to == null || day < to);
    }
  }

  record Seen(long id, int day, boolean visit, String finding) {}

  private static final List<String> TELLS_MOST_FIRST =
      List.of("BUSINESS", "DORMITORY", "RENTED", "OWN");

  private final List<Stay> stays;
  private final List<Seen> seen;

  VacancyRule(List<Stay> stays, List<Seen> seen) {
    this.stays = stays;
    this.seen = seen;
  }

  Answer on(int day) {
    List<Stay> running = stays.stream().filter(stay -> stay.runs(day)).toList();
    Optional<Seen> newest = newest(day, false);
    Optional<Seen> visit = newest(day, true);
    boolean empty = visit.isPresent() && visit.get().finding().equals("EMPTY");
    String state =
        !running.isEmpty()
            ? "OCCUPIED"
            : empty ? "VERIFIED_VACANT" : newest.isPresent() ? "UNLINKED" : "UNVISITED";
    String basis =
        running.stream()
            .map(Stay::basis)
            .min(Comparator.comparing(TELLS_MOST_FIRST::indexOf))
            .orElse(null);
    boolean contradiction =
        empty && running.stream().anyMatch(stay -> stay.from() <= visit.get().day());
    boolean likely = newest.isPresent() && newest.get().finding().equals("LIKELY_EMPTY");
    return new Answer(
        state,
        basis,
        visit.or(() -> newest).map(Seen::id).orElse(null),
        contradiction,
        likely ? "LIKELY_EMPTY" : null);
  }

  private Optional<Seen> newest(int day, boolean visitsOnly) {
    return seen.stream()
        .filter(each -> each.day() <= day && (each.visit() || !visitsOnly))
        .max(Comparator.comparing(Seen::day).thenComparing(Seen::id));
  }
}
