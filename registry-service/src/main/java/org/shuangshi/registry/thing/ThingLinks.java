package org.shuangshi.registry.thing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What points at a thing.
 *
 * @param groups one for each kind and field that can
 */
record ThingLinks(List<Group> groups) {

  /**
   * Things of one kind that point with one field.
   *
   * @param more whether there are more than are shown
   */
  record Group(String kind, String field, List<Link> items, boolean more) {}

  /**
   * A thing that points.
   *
   * @param label what it is called
   * @param past whether it does so no longer on the day asked about
   */
  record Link(long id, String label, LocalDate from, @Nullable LocalDate to, boolean past) {}
}
