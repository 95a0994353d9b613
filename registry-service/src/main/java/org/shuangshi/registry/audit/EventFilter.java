package org.shuangshi.registry.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Which entries are asked for; null asks for all.
 *
 * @param target {@code person:4711}
 * @param account name of the account that did it
 * @param from first day, of Asia/Shanghai
 * @param to last day
 */
record EventFilter(
    @Nullable String target,
    @Nullable String account,
    @Nullable EventGroup group,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  EventFilter {
    if (from != null && to != null && to.isBefore(from)) {
      throw Refusal.field("to", "period.empty", "止日不能早于起日");
    }
  }

  static EventFilter ofAccount(String name) {
    return new EventFilter(null, name, null, null, null);
  }

  /** The filter in words for the log. */
  String words() {
    StringBuilder words = new StringBuilder();
    add(words, "target", target);
    add(words, "account", account);
    add(words, "group", group);
    add(words, "from", from);
    add(words, "to", to);
    return words.toString().strip();
  }

  private static void add(StringBuilder words, String name, @Nullable Object value) {
    if (value != null) {
      words.append(name).append('=').append(value).append(' ');
    }
  }
}
