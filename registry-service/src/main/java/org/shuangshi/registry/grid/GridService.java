package org.shuangshi.registry.grid;

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
class GridService {
  private static final String GRIDS = "grids";
  private static final String BUILDINGS = "buildings";
  private static final String HOUSEHOLDS = "households";
  private static final String PEOPLE = "people";
  private static final String ORGANISATIONS = "organisations";

  private final GridRepository grids;
  private final GridContentRepository contents;
  private final AreaRepository areas;
  private final FirstWall wall;
  private final Sighting sighting;

  GridService(
      GridRepository grids,
      GridContentRepository contents,
      AreaRepository areas,
      FirstWall wall,
      Sighting sighting) {
    this.grids = grids;
    this.contents = contents;
    this.areas = areas;
    this.wall = wall;
    this.sighting = sighting;
  }

  Page<GridResponse> list(GridQuery query, int limit, @Nullable String after) {
    Cursor cursor = Cursor.read(GRIDS, 1, after);
    return Page.cut(
        grids.list(query, cursor == null ? "" : cursor.word(0), Page.rowsFor(limit)),
        limit,
        grid -> Cursor.of(GRIDS, grid.code()));
  }

  GridCardResponse get(String code, When when) {
    return grids.find(code, when).orElseThrow(() -> AreaRepository.unknownGrid(code, when.asOf()));
  }

  GridSummaryResponse summary(String code, When when) {
    wall.require(new Area.OfGrid(code), when);
    return contents
        .findSummary(code, sighting.of(new Area.OfGrid(code), when))
        .orElseThrow(() -> AreaRepository.unknownGrid(code, when.asOf()));
  }

  Page<GridBuildingResponse> buildings(
      String code, When when, boolean withoutUnits, int limit, @Nullable String after) {
    wall.require(new Area.OfGrid(code), when);
    return known(
        code,
        when,
        Page.cut(
            contents.buildings(
                code, when, withoutUnits, Cursor.idAfter(BUILDINGS, after), Page.rowsFor(limit)),
            limit,
            building -> Cursor.of(BUILDINGS, building.id())));
  }

  Page<HouseholdResponse> households(String code, When when, int limit, @Nullable String after) {
    wall.require(new Area.OfGrid(code), when);
    sighting.require(new Area.OfGrid(code), when);
    return known(
        code,
        when,
        Page.cut(
            contents.households(code, when, Cursor.idAfter(HOUSEHOLDS, after), Page.rowsFor(limit)),
            limit,
            household -> Cursor.of(HOUSEHOLDS, household.id())));
  }

  Page<PersonResponse> people(
      String code,
      When when,
      @Nullable PersonKind kind,
      boolean incompleteOnly,
      int limit,
      @Nullable String after) {
    wall.require(new Area.OfGrid(code), when);
    sighting.require(new Area.OfGrid(code), when);
    return known(
        code,
        when,
        Page.cut(
            contents.people(
                code,
                when,
                kind,
                incompleteOnly,
                Cursor.idAfter(PEOPLE, after),
                Page.rowsFor(limit)),
            limit,
            person -> Cursor.of(PEOPLE, person.id())));
  }

  Page<OrganisationResponse> organisations(
      String code, When when, int limit, @Nullable String after) {
    wall.require(new Area.OfGrid(code), when);
    return known(
        code,
        when,
        Page.cut(
            contents.organisations(
                code, when, Cursor.idAfter(ORGANISATIONS, after), Page.rowsFor(limit)),
            limit,
            organisation -> Cursor.of(ORGANISATIONS, organisation.id())));
  }

  private <T> Page<T> known(String code, When when, Page<T> page) {
    if (page.items().isEmpty()) {
      areas.requireKnown(new Area.OfGrid(code), when);
    }
    return page;
  }
}
