package org.shuangshi.gis.feature;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a file, and what is to be said beside each.
 *
 * @param columns names of the columns that are added; a column of the file that has the name
 *     already is filled anew
 * @param rows by {@link Feature#row()}, one text per column
 */
public record Excerpt(List<String> columns, Map<Long, List<String>> rows) {

  public Excerpt {
    columns = List.copyOf(columns);
    for (List<String> each : rows.values()) {
      if (each.size() != columns.size()) {
        throw new IllegalArgumentException(each.size() + " texts for " + columns.size());
      }
    }
  }

  /** What is said beside a row; null where the row is not in it. */
  @Nullable List<String> of(long row) {
    return rows.get(row);
  }

  /** Where each added column stands in a table with these columns: in its own place, or behind. */
  int[] places(List<String> names) {
    int[] places = new int[columns.size()];
    int next = names.size();
    for (int i = 0; i < places.length; i++) {
      int there = names.indexOf(columns.get(i));
      places[i] = there >= 0 ? there : next++;
    }
    return places;
  }
}
