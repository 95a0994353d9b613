package org.shuangshi.registry.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something to be logged. It never holds a password, a token or a personal value.
 *
 * @param what stable word: {@code grant.made}
 * @param target what it was done to: {@code account:12}
 * @param why reason given, where one is asked for
 * @param detail what else is to be known; names of fields, not their values
 */
public record Event(String what, String target, @Nullable String why, Map<String, String> detail) {

  public Event {
    detail = Map.copyOf(detail);
  }

  public static Event of(String what, String target) {
    return new Event(what, target, null, Map.of());
  }

  public static Event ofAccount(String what, long account) {
    return of(what, "account:" + account);
  }

  public Event with(String name, String value) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put(name, value);
    return new Event(what, target, why, more);
  }
}
