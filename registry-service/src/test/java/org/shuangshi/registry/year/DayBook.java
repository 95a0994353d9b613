package org.shuangshi.registry.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Time the slow way: a list of statements, each with the instant it was made. What was known at an
 * instant is found by playing them again, day by day, from an empty book.
 */
final class DayBook {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 1000;

  /** What is known of one thing: for each day its fields, or null where it is not there. */
  static final class Thing {
    final String kind;
    final long id;
    private final List<@Nullable Map<String, String>> days = new ArrayList<>();

    Thing(String kind, long id) {
      this.kind = kind;
      this.id = id;
      for (int i = 0; i < DAYS; i++) {
        days.add(null);
      }
    }

    @Nullable Map<String, String> on(LocalDate day) {
      return days.get(number(day));
    }

    /** Since when it has been in its unit without a break, on a day it is there. */
    LocalDate since(LocalDate day) {
      int i = number(day);
      String unit = Objects.requireNonNull(on(day)).get("unit");
      while (i > 0) {
        Map<String, String> before = days.get(i - 1);
        if (before == null || !Objects.equals(before.get("unit"), unit)) {
          break;
        }
        i--;
      }
      return FIRST.plusDays(i);
    }

    void begin(LocalDate from, Map<String, String> fields) {
      for (int i = number(from); i < DAYS; i++) {
        days.set(i, new TreeMap<>(fields));
      }
    }

    /** A field has a value from a day on, until it is known to get another. */
    void change(LocalDate from, String field, String value) {
      String before = Objects.requireNonNull(on(from)).get(field);
      for (int i = number(from); i < DAYS; i++) {
        Map<String, String> day = days.get(i);
        if (day == null || !Objects.equals(day.get(field), before)) {
          return;
        }
        day.put(field, value);
      }
    }

    void correct(LocalDate from, LocalDate to, String field, String value) {
      for (int i = number(from); i < Math.min(DAYS, number(to)); i++) {
        Map<String, String> day = days.get(i);
        if (day != null) {
          day.put(field, value);
        }
      }
    }

    void end(LocalDate day) {
      for (int i = number(day); i < DAYS; i++) {
        days.set(i, null);
      }
    }

    private static int number(LocalDate day) {
      return (int) Math.min(DAYS - 1, ChronoUnit.DAYS.between(FIRST, day));
    }
  }

  /** All that is known at an instant. */
  static final class Known {
    private final Map<String, Map<Long, Thing>> things = new HashMap<>();

    Thing thing(String kind, long id) {
      return things
          .computeIfAbsent(kind, of -> new TreeMap<>())
          .computeIfAbsent(id, of -> new Thing(kind, id));
    }

    List<Thing> there(String kind, LocalDate day) {
      return things.getOrDefault(kind, Map.of()).values().stream()
          .filter(thing -> thing.on(day) != null)
          .toList();
    }
  }

  /** Something said of the world. */
  @FunctionalInterface
  interface Statement {
    void in(Known known);
  }

  private record Said(Instant at, Statement statement) {}

  private final List<Said> said = new ArrayList<>();

  void say(Statement statement) {
    said.add(new Said(Instant.now(), statement));
  }

  Known at(Instant instant) {
    Known known = new Known();
    said.stream()
        .filter(each -> !each.at().isAfter(instant))
        .forEach(each -> each.statement().in(known));
    return known;
  }
}
