package org.shuangshi.intake.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two times the dull way: for each moment of belief and each thing, what is said of every single
 * day. Shares nothing with the writer but the words of its rules. Days are 0 to {@link #DAYS}; the
 * last stands for "no end known".
 */
final class BitemporalModel {

  static final int DAYS = 40;

  /** One statement: thing, days [since, until) (null: no end), verb, what it says. */
  record Statement(long id, int since, @Nullable Integer until, boolean exact, String says) {}

  private final Map<Long, @Nullable String[]> now = new HashMap<>();
  private final List<Map<Long, @Nullable String[]>> history = new ArrayList<>();

  void apply(List<Statement> statements) {
    for (Statement statement : statements) {
      String[] days = now.computeIfAbsent(statement.id(), id -> new String[DAYS + 1]);
      apply(statement, days);
    }
    Map<Long, @Nullable String[]> kept = new HashMap<>();
    now.forEach((id, days) -> kept.put(id, days.clone()));
    history.add(kept);
  }

  private static void apply(Statement statement, @Nullable String[] days) {
    int since = statement.since();
    int until = statement.until() == null ? DAYS + 1 : statement.until();
    // A run is what one statement left: days whose text carries the same number after the #.
    // A change that says the same as the day it begins on takes that run's earlier days over.
    String first = days[since];
    boolean goesOn =
        !statement.exact() && first != null && text(first).equals(text(statement.says()));
    for (int other = 0; goesOn && other < since; other++) {
      if (Objects.equals(days[other], first)) {
        days[other] = statement.says();
      }
    }
    // Runs that share a day with it end where it begins or, by a correction, are forgotten whole.
    for (int day = since; day < until; day++) {
      String there = days[day];
      for (int other = statement.exact() ? 0 : since; there != null && other <= DAYS; other++) {
        if (there.equals(days[other])) {
          days[other] = null;
        }
      }
    }
    for (int day = since; day < until; day++) {
      days[day] = statement.says();
    }
  }

  /** What was believed of a thing after transaction {@code moment}, per day. */
  SortedMap<Integer, String> believed(long id, int moment) {
    SortedMap<Integer, String> said = new TreeMap<>();
    @Nullable String[] days = history.get(moment).get(id);
    for (int day = 0; days != null && day <= DAYS; day++) {
      String says = days[day];
      if (says != null) {
        said.put(day, text(says));
      }
    }
    return said;
  }

  private static String text(String says) {
    return says.substring(0, says.indexOf('#'));
  }

  int moments() {
    return history.size();
  }
}
