package org.shuangshi.intake.fact;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a thing on some days.
 *
 * @param number of the row that says so; empty while no row does
 * @param recorded since when the register has believed the row; null while no row does
 * @param openedBy the change that wrote the row; 0 while no row does
 * @param values by column, as PostgreSQL writes them: geometry as hexadecimal EWKB, lists as {@code
 *     {a,b}}
 */
public record Version(
    OptionalLong number,
    Days days,
    @Nullable OffsetDateTime recorded,
    long openedBy,
    Map<String, @Nullable String> values) {

  /** Words of a version yet to be written. */
  public static Version said(Days days, Map<String, @Nullable String> values) {
    return new Version(OptionalLong.empty(), days, null, 0, values);
  }

  public @Nullable String value(String column) {
    return values.get(column);
  }

  /** Reference to another thing; only where there is one. */
  public long reference(String column) {
    String value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("no " + column);
    }
    return Long.parseLong(value);
  }

  Version on(Days other) {
    return other.equals(days) ? this : said(other, values);
  }

  Version with(Map<String, @Nullable String> others) {
    if (others.entrySet().stream()
        .allMatch(each -> java.util.Objects.equals(values.get(each.getKey()), each.getValue()))) {
      return this;
    }
    Map<String, @Nullable String> all = new HashMap<>(values);
    all.putAll(others);
    return said(days, all);
  }
}
