package org.shuangshi.registry.registration;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.cell.Sighting;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Service;

@Service
class RegistrationService {
  private static final String AWAY = "away";
  private static final String EMPTY_BOOKS = "empty-books";

  private final RegistrationRepository registrations;
  private final AreaRepository areas;
  private final FirstWall wall;
  private final Sighting sighting;

  RegistrationService(
      RegistrationRepository registrations,
      AreaRepository areas,
      FirstWall wall,
      Sighting sighting) {
    this.registrations = registrations;
    this.areas = areas;
    this.wall = wall;
    this.sighting = sighting;
  }

  Page<AwayResponse> away(Area area, When when, int limit, @Nullable String after) {
    wall.require(area, when);
    sighting.require(area, when);
    return known(
        area,
        when,
        Page.cut(
            registrations.away(area, when, Cursor.idAfter(AWAY, after), Page.rowsFor(limit)),
            limit,
            person -> Cursor.of(AWAY, person.id())));
  }

  Page<EmptyBookResponse> emptyBooks(Area area, When when, int limit, @Nullable String after) {
    wall.require(area, when);
    sighting.require(area, when);
    return known(
        area,
        when,
        Page.cut(
            registrations.emptyBooks(
                area, when, Cursor.idAfter(EMPTY_BOOKS, after), Page.rowsFor(limit)),
            limit,
            book -> Cursor.of(EMPTY_BOOKS, book.id())));
  }

  RegistrationCounts count(Area area, When when) {
    wall.require(area, when);
    RegistrationCounts counts = registrations.count(area, sighting.of(area, when));
    if (counts.away() == 0) {
      areas.requireKnown(area, when);
    }
    return counts;
  }

  private <T> Page<T> known(Area area, When when, Page<T> page) {
    if (page.items().isEmpty()) {
      areas.requireKnown(area, when);
    }
    return page;
  }
}
