package org.shuangshi.registry.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.cell.Sighting;
import org.shuangshi.registry.duplicate.DuplicateRepository.Candidate;
import org.shuangshi.registry.duplicate.DuplicateRepository.Stretch;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.privacy.Veil;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Service;

/**
 * Judges who is one and the same. The register is walked by id in stretches, so that a page costs
 * the same however many persons there are; of a register with few duplicates a page may be short,
 * or empty, and still have one behind it.
 */
@Service
class DuplicateService {
  private static final String LIST = "duplicates";

  /** Persons looked at by one statement: some 200 ms. */
  private static final int STRETCH = 20_000;

  private static final int MOST_STRETCHES = 10;

  private final DuplicateRepository duplicates;
  private final AreaRepository areas;
  private final FirstWall wall;
  private final Sighting sighting;
  private final Veil veil;

  DuplicateService(
      DuplicateRepository duplicates,
      AreaRepository areas,
      FirstWall wall,
      Sighting sighting,
      Veil veil) {
    this.duplicates = duplicates;
    this.areas = areas;
    this.wall = wall;
    this.sighting = sighting;
    this.veil = veil;
  }

  Page<DuplicatePair> list(Area area, LocalDate asOf, int limit, @Nullable String after) {
    Page.rowsFor(limit);
    Cursor cursor = Cursor.read(LIST, 2, after);
    wall.require(area, When.of(asOf));
    sighting.require(area, When.of(asOf));
    areas.requireKnown(area, When.of(asOf));
    long from = cursor == null ? 0 : cursor.number(0);
    long past = cursor == null ? 0 : cursor.number(1);
    List<DuplicatePair> pairs = new ArrayList<>();
    for (int i = 0; i < MOST_STRETCHES; i++) {
      Stretch stretch = duplicates.pairs(area, asOf, from, STRETCH);
      for (DuplicatePair pair : judged(stretch.candidates(), asOf)) {
        if (pair.one().id() == from && pair.other().id() <= past) {
          continue;
        }
        if (pairs.size() == limit) {
          DuplicatePair last = pairs.get(limit - 1);
          return new Page<>(pairs, Cursor.of(LIST, last.one().id(), last.other().id()).text());
        }
        pairs.add(pair);
      }
      if (stretch.walked() < STRETCH) {
        return new Page<>(pairs, null);
      }
      from = stretch.until() + 1;
      past = 0;
    }
    return new Page<>(pairs, Cursor.of(LIST, from, past).text());
  }

  private List<DuplicatePair> judged(List<Candidate> candidates, LocalDate asOf) {
    Set<Long> ids = new HashSet<>();
    candidates.forEach(each -> ids.addAll(List.of(each.id(), each.other())));
    Map<Long, Known> persons = persons(ids, asOf);
    List<DuplicatePair> pairs = new ArrayList<>();
    for (Candidate each : candidates) {
      Known one = persons.get(each.id());
      Known other = persons.get(each.other());
      if (one != null && other != null) {
        List<Reason> reasons = reasons(each.sameDocument(), one.whereabouts(), other.whereabouts());
        if (!reasons.isEmpty()) {
          pairs.add(new DuplicatePair(one.brief(), other.brief(), reasons));
        }
      }
    }
    return pairs;
  }

  /** Those of some persons whom who asks may read of, as they may be seen. */
  private Map<Long, Known> persons(Collection<Long> ids, LocalDate asOf) {
    Map<Long, Known> persons = duplicates.persons(ids, asOf);
    Veil.Over over = veil.over(persons.keySet());
    persons.keySet().removeIf(id -> !over.may(Permission.PEOPLE_READ, id));
    persons.replaceAll((id, each) -> new Known(each.brief().masked(over), each.whereabouts()));
    return persons;
  }

  /** Who in the register may be the one that somebody types in. */
  List<Lookalike> check(DuplicateRequest.Check described, LocalDate today) {
    return lookalikes(
        duplicates.like(described, today),
        duplicates.unit(described.unit(), today, described.registeredAddress()),
        described.except(),
        today);
  }

  private List<Lookalike> lookalikes(
      Map<Long, Boolean> found, Whereabouts here, @Nullable Long except, LocalDate today) {
    Map<Long, Known> persons = persons(found.keySet(), today);
    List<Lookalike> lookalikes = new ArrayList<>();
    found.forEach(
        (id, sameDocument) -> {
          Known person = persons.get(id);
          if (person != null && !id.equals(except)) {
            List<Reason> reasons = reasons(sameDocument, here, person.whereabouts());
            if (!reasons.isEmpty()) {
              lookalikes.add(new Lookalike(person.brief(), reasons));
            }
          }
        });
    return lookalikes;
  }

  /** Who in the register may be one with a person of it. */
  List<Lookalike> twins(long id, LocalDate today) {
    Known person = persons(List.of(id), today).get(id);
    if (person == null) {
      throw Refusal.unknown("thing.unknown", today + " 没有编号为 " + id + " 的人口");
    }
    return lookalikes(duplicates.twins(id, today), person.whereabouts(), null, today);
  }

  /** Two of one document may have different names: only of namesakes it matters where they are. */
  private static List<Reason> reasons(boolean sameDocument, Whereabouts one, Whereabouts other) {
    if (sameDocument) {
      return List.of(new Reason(Reason.Code.SAME_DOCUMENT, "证件类型和号码相同"));
    }
    Reason shared = one.shared(other);
    return shared == null ? List.of() : List.of(shared);
  }
}
