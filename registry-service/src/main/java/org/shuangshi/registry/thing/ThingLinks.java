package org.shuangshi.registry.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.edit.ThingKind;

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

  /** Without the things that are not among those a function leaves of their ids. */
  ThingLinks only(BiFunction<ThingKind, Collection<Long>, Set<Long>> left) {
    List<Group> groups = new ArrayList<>();
    for (Group group : this.groups) {
      ThingKind kind = ThingKind.find(group.kind()).orElseThrow();
      Set<Long> ids = left.apply(kind, group.items().stream().map(Link::id).toList());
      List<Link> items = group.items().stream().filter(item -> ids.contains(item.id())).toList();
      if (!items.isEmpty()) {
        groups.add(new Group(group.kind(), group.field(), items, group.more()));
      }
    }
    return new ThingLinks(groups);
  }
}
