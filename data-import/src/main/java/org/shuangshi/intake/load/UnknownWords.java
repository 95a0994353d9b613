package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.intake.mapping.Mapped.UnknownValue;
import org.shuangshi.intake.mapping.Shape;

/**
 * Counts the words of a file that none of its fields knows: one entry a word, however many rows.
 */
final class UnknownWords {

  /** More different ones are no words but texts: then they may be of people, and are not told. */
  private static final int MOST = 40;

  /** However long a file, no more are held. */
  private static final int MOST_HELD = 2000;

  private static final class Tally {
    private final long row;
    private long count;

    Tally(long row) {
      this.row = row;
    }
  }

  private final Map<Column, Map<String, Tally>> columns = new LinkedHashMap<>();
  private final Map<Column, Long> rows = new HashMap<>();

  void add(Column column, Object raw, long row) {
    Map<String, Tally> words = columns.computeIfAbsent(column, each -> new LinkedHashMap<>());
    rows.merge(column, 1L, Long::sum);
    String word = Readings.halfWidth(raw);
    if (words.size() < MOST_HELD || words.containsKey(word)) {
      words.computeIfAbsent(word, each -> new Tally(row)).count++;
    }
  }

  /** The most frequent first, at most {@value #MOST} a field. */
  List<UnknownValue> list() {
    List<UnknownValue> all = new ArrayList<>();
    columns.forEach((column, words) -> all.addAll(list(column, words)));
    return all;
  }

  private static List<UnknownValue> list(Column column, Map<String, Tally> words) {
    boolean texts = words.size() > MOST;
    return words.entrySet().stream()
        .map(
            each ->
                new UnknownValue(
                    column.name(),
                    texts ? Shape.of(each.getKey()) : Shape.unlessNumbered(each.getKey()),
                    each.getValue().count,
                    each.getValue().row,
                    !column.sparing()))
        .sorted(Comparator.comparingLong(UnknownValue::count).reversed())
        .limit(MOST)
        .toList();
  }

  /** Once a word, of those whose rows are taken without it; what is beyond the list as one. */
  void tell(Issues issues) {
    columns.forEach(
        (column, words) -> {
          if (column.sparing()) {
            List<UnknownValue> told = list(column, words);
            told.forEach(each -> issues.add(warning(column, each)));
            long listed = told.stream().mapToLong(UnknownValue::count).sum();
            long more = rows.getOrDefault(column, 0L) - listed;
            if (more > 0) {
              issues.add(
                  Issue.ofFile(
                      Severity.WARNING,
                      "value.unknown",
                      "列 " + column.name() + "：另有 " + more + " 行的值不在可用的值之内，留空；这一列可能不是这个字段"));
            }
          }
        });
  }

  private static Issue warning(Column column, UnknownValue each) {
    return new Issue(
        Severity.WARNING,
        "value.unknown",
        each.row(),
        null,
        null,
        null,
        "列 " + column.name() + "：“" + each.value() + "”不在可用的值之内，共 " + each.count() + " 行，留空");
  }
}
