package org.shuangshi.registry.cell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.request.When;

/**
 * How people of an area may be counted.
 *
 * @param when the day whose places are asked about, and the belief
 * @param sighted whether all of them; else those of whole cells where names are not seen
 */
public record Counting(When when, boolean sighted) {

  /** The day whose residents are counted: it does not tell more than the month. */
  public LocalDate on() {
    return sighted ? when.asOf() : when.asOf().withDayOfMonth(1);
  }

  /** What is said of it beside the numbers; null where all were counted. */
  public @Nullable ByCells told(long cells) {
    return sighted ? null : new ByCells(cells, on());
  }
}
