package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts the issues of one file: every one is counted and handed on, the first of each code are
 * kept as examples. Exact duplicates are all kept, since each has to be named.
 */
final class Issues {

  private static final int EXAMPLES = 5;
  private static final Set<String> ALL_NAMED = Set.of("row.duplicate", "geometry.duplicate");
  private static final int MOST_NAMED = 1000;

  /** One code's count and first examples. */
  record Tally(Severity severity, String code, long count, List<Issue> examples) {}

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Set<Long> rejected = new HashSet<>();
  private final RefusedKeys refused = new RefusedKeys();
  private final Consumer<Issue> onward;

  Issues(Consumer<Issue> onward) {
    this.onward = onward;
  }

  void add(Issue issue) {
    Tally before =
        tallies.getOrDefault(
            issue.code(), new Tally(issue.severity(), issue.code(), 0, new ArrayList<>()));
    int most = ALL_NAMED.contains(issue.code()) ? MOST_NAMED : EXAMPLES;
    if (before.examples().size() < most) {
      before.examples().add(issue);
    }
    tallies.put(
        issue.code(),
        new Tally(before.severity(), issue.code(), before.count() + 1, before.examples()));
    if (issue.severity() == Severity.ERROR && rejected.add(issue.row()) && issue.key() != null) {
      refused.add(issue.key());
    }
    onward.accept(issue);
  }

  /** Rows with an error; a row with two is counted once. */
  long rejectedRows() {
    return rejected.size();
  }

  /** What rows with an error are known by, where that could be read. */
  RefusedKeys refused() {
    return refused;
  }

  Collection<Tally> tallies() {
    return tallies.values();
  }
}
