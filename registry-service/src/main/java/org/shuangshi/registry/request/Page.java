package org.shuangshi.registry.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/**
 * A page of a list.
 *
 * @param next cursor to send as {@code after} for the page behind; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Rows of a page when a request does not say. */
  public static final String USUAL_LIMIT = "200";

  public static final int USUAL = 200;

  private static final int LARGEST = 1000;

  /**
   * How many rows to read for a page: one more than it may hold.
   *
   * @param limit what the request asked for, 1 to 1000
   */
  public static int rowsFor(int limit) {
    if (limit < 1 || limit > LARGEST) {
      throw Refusal.field("limit", "parameter.invalid", "limit 应在 1–" + LARGEST + " 之间");
    }
    return limit + 1;
  }

  /**
   * Cuts a page from rows of which one more was read than it may hold: whether there is a next page
   * is then known without counting.
   *
   * @param position the place of a row in the list's order
   */
  public static <T> Page<T> cut(List<T> read, int limit, Function<T, Cursor> position) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    List<T> items = List.copyOf(read.subList(0, limit));
    return new Page<>(items, position.apply(items.get(limit - 1)).text());
  }
}
