package org.shuangshi.registry.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;
import org.shuangshi.registry.privacy.Veil;
import org.springframework.stereotype.Service;

/** Finds people where the reader reads people; the log says whom. */
@Service
class FindService {
  private static final String SEARCHED = "person.searched";

  private final FindRepository people;
  private final Veil veil;
  private final Looks looks;

  FindService(FindRepository people, Veil veil, Looks looks) {
    this.people = people;
    this.veil = veil;
    this.looks = looks;
  }

  FoundResponse find(FindRequest request, LocalDate today) {
    Wanted wanted = Wanted.of(request);
    List<Found> fitting = people.fitting(wanted, today);
    Veil.Over over = veil.over(fitting.stream().map(Found::id).toList());
    List<Found> seen = fitting.stream().filter(each -> mayFind(over, each.id(), wanted)).toList();
    boolean more = seen.size() > wanted.limit() || fitting.size() == FindRepository.MOST;
    List<Found> some = seen.subList(0, Math.min(seen.size(), wanted.limit()));
    if (some.isEmpty()) {
      looks.counted(SEARCHED, "person:described", 0);
    }
    some.forEach(each -> looks.counted(SEARCHED, "person:" + each.id(), 1));
    Map<Long, List<Found.Home>> homes = people.homes(some.stream().map(Found::id).toList(), today);
    List<Found> told = new ArrayList<>();
    for (Found each : some) {
      told.add(masked(each, homes.getOrDefault(each.id(), List.of()), over));
    }
    return new FoundResponse(told, more);
  }

  /** A hit alone tells that the field is so: what may not be seen finds nobody. */
  private static boolean mayFind(Veil.Over over, long id, Wanted wanted) {
    return over.may(Permission.PEOPLE_READ, id)
        && wanted.fields().stream().allMatch(field -> over.sight(id, field) != Sight.NONE);
  }

  private static Found masked(Found each, List<Found.Home> homes, Veil.Over over) {
    long id = each.id();
    return new Found(
        id,
        over.masked(id, PersonField.NAME, each.name()),
        over.masked(id, PersonField.SEX, each.sex()),
        over.masked(id, PersonField.BIRTH_DATE, each.birth()),
        each.documentType(),
        over.masked(id, PersonField.DOCUMENT_NUMBER, each.documentNumber()),
        homes);
  }
}
