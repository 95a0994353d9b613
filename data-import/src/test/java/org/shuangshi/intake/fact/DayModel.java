package org.shuangshi.intake.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of {@link Timeline} the dull way: what is said of each single day of one thing. Shares
 * nothing with it but the words of its rules. Days are 0 to {@link #LAST}; the last stands for all
 * after it. A verb answers false, and does nothing, where it does not fit.
 */
final class DayModel {

  static final int LAST = 40;

  private List<@Nullable Map<String, String>> days = new ArrayList<>();

  DayModel() {
    for (int day = 0; day <= LAST; day++) {
      days.add(null);
    }
  }

  List<@Nullable Map<String, String>> days() {
    return List.copyOf(
        days.stream()
            .map(each -> each == null ? Map.<String, String>of() : Map.copyOf(each))
            .toList());
  }

  boolean begin(int from, int to, Map<String, String> says) {
    if (isThere(from, to)) {
      return false;
    }
    for (int day = from; day < to; day++) {
      days.set(day, new HashMap<>(says));
    }
    return true;
  }

  boolean change(int from, Map<String, String> says) {
    if (days.get(from) == null) {
      return false;
    }
    says.forEach(
        (column, value) -> {
          int next = nextChange(column, from);
          for (int day = from; day < next; day++) {
            set(day, column, value);
          }
        });
    return true;
  }

  private int nextChange(String column, int from) {
    String last = null;
    for (int day = 0; day <= LAST; day++) {
      Map<String, String> there = days.get(day);
      if (there != null) {
        if (day > from && last != null && !Objects.equals(last, there.get(column))) {
          return day;
        }
        last = there.get(column);
      }
    }
    return LAST + 1;
  }

  boolean correct(int from, int to, Map<String, String> says) {
    if (!isThere(from, to)) {
      return false;
    }
    for (int day = from; day < to; day++) {
      int at = day;
      says.forEach((column, value) -> set(at, column, value));
    }
    return true;
  }

  boolean end(int from) {
    if (from == 0 || days.get(from - 1) == null) {
      return false;
    }
    for (int day = from; day <= LAST; day++) {
      days.set(day, null);
    }
    return true;
  }

  boolean withdraw(int from, int to) {
    if (!isThere(from, to)) {
      return false;
    }
    for (int day = from; day < to; day++) {
      days.set(day, null);
    }
    return true;
  }

  boolean restate(int from, int to) {
    int first = 0;
    while (first <= LAST && days.get(first) == null) {
      first++;
    }
    int last = LAST;
    while (last >= 0 && days.get(last) == null) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    List<@Nullable Map<String, String>> drawn = new ArrayList<>();
    for (int day = 0; day <= LAST; day++) {
      Map<String, String> there = days.get(Math.min(Math.max(day, first), last));
      drawn.add(day >= from && day < to && there != null ? new HashMap<>(there) : null);
    }
    if (drawn.stream().allMatch(Objects::isNull)) {
      return false;
    }
    days = drawn;
    return true;
  }

  private void set(int day, String column, String value) {
    Map<String, String> there = days.get(day);
    if (there != null) {
      there.put(column, value);
    }
  }

  private boolean isThere(int from, int to) {
    return days.subList(from, to).stream().anyMatch(Objects::nonNull);
  }
}
