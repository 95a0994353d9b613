package org.shuangshi.registry.thing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.permission.Areas;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.privacy.Veil;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Component;

/**
 * Where people may be read is not where the register may be: of two roles with an area each one may
 * read places alone. The second wall keeps rows of both, as they are counted; one by one they are
 * read only where people are.
 */
@Component
class PeopleWall {
  private final PeoplePlaces places;
  private final Veil veil;
  private final Days days;

  PeopleWall(PeoplePlaces places, Veil veil, Days days) {
    this.places = places;
    this.veil = veil;
    this.days = days;
  }

  /** Goes on where the thing may be read; to who may not it is as if there were none. */
  void require(ThingKind kind, long id) {
    if (readable(kind, List.of(id)).isEmpty()) {
      throw unknown(kind, id);
    }
  }

  static Refusal unknown(ThingKind kind, long id) {
    return Refusal.unknown("thing.unknown", "没有编号为 " + id + " 的" + kind.label());
  }

  /** Those of some things of one kind that may be read; of places all, the second wall has them. */
  Set<Long> readable(ThingKind kind, Collection<Long> ids) {
    Areas areas = Reader.current().areas(Permission.PEOPLE_READ);
    if (ThingRights.toRead(kind) != Permission.PEOPLE_READ || areas.wholeCity() || ids.isEmpty()) {
      return Set.copyOf(ids);
    }
    Set<Long> readable = new HashSet<>();
    if (kind == ThingKind.PERSON) {
      Veil.Over over = veil.over(ids);
      ids.stream().filter(id -> over.may(Permission.PEOPLE_READ, id)).forEach(readable::add);
    } else {
      places
          .of(kind, ids, days.today())
          .forEach(
              place -> {
                if (areas.cover(place.community(), place.grid())) {
                  readable.add(place.id());
                }
              });
    }
    return readable;
  }
}
