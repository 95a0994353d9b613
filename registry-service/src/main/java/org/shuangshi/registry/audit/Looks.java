package org.shuangshi.registry.audit;

import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Component;

/**
 * Writes down who looked at people. The entry is committed before the answer is sent; it says which
 * person, or which area was asked about and how many were answered, never a value.
 *
 * <pre>{@code return looks.listed("people.listed", "grid:" + code, grids.people(…));}</pre>
 */
@Component
public class Looks {
  private static final String COUNT = "count";

  private final EventLog log;

  Looks(EventLog log) {
    this.log = log;
  }

  /**
   * One thing that is of people was opened.
   *
   * @param kind its kind, as targets name it: {@code person}
   * @param part what of it: {@code card}, {@code history}
   */
  public void opened(String kind, long id, String part) {
    log.record(Event.of(kind + ".viewed", kind + ":" + id).with("part", part));
  }

  /** A page of a list of people; answers the page. */
  public <T> Page<T> listed(String what, String target, Page<T> page) {
    counted(what, target, page.items().size());
    return page;
  }

  /** Some people were answered. */
  public void counted(String what, String target, int count) {
    log.record(Event.of(what, target).with(COUNT, Integer.toString(count)));
  }

  /** Something was taken out, or was ordered to be. */
  public void takenOut(String what, String target, String area) {
    log.record(Event.of(what, target).with("area", area));
  }
}
