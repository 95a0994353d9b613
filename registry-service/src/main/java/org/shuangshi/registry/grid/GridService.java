package org.shuangshi.registry.grid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
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

  GridService(GridRepository grids, GridContentRepository contents, AreaRepository areas) {
    this.grids = grids;
    this.contents = contents;
    this.areas = areas;
  }

  Page<GridResponse> list(GridQuery query, int limit, @Nullable String after) {
    Cursor cursor = Cursor.read(GRIDS, 1, after);
    return Page.cut(
        grids.list(query, cursor == null ? "" : cursor.word(0), Page.rowsFor(limit)),
        limit,
        grid -> Cursor.of(GRIDS, grid.code()));
  }

  GridCardResponse get(String code, LocalDate asOf) {
    return grids.find(code, asOf).orElseThrow(() -> AreaRepository.unknownGrid(code, asOf));
  }

  GridSummaryResponse summary(String code, LocalDate asOf) {
    return contents
        .findSummary(code, asOf)
        .orElseThrow(() -> AreaRepository.unknownGrid(code, asOf));
  }

  Page<GridBuildingResponse> buildings(
      String code, LocalDate asOf, boolean withoutUnits, int limit, @Nullable String after) {
    return known(
        code,
        asOf,
        Page.cut(
            contents.buildings(
                code, asOf, withoutUnits, Cursor.idAfter(BUILDINGS, after), Page.rowsFor(limit)),
            limit,
            building -> Cursor.of(BUILDINGS, building.id())));
  }

  Page<HouseholdResponse> households(
      String code, LocalDate asOf, int limit, @Nullable String after) {
    return known(
        code,
        asOf,
        Page.cut(
            contents.households(code, asOf, Cursor.idAfter(HOUSEHOLDS, after), Page.rowsFor(limit)),
            limit,
            household -> Cursor.of(HOUSEHOLDS, household.id())));
  }

  Page<PersonResponse> people(
      String code,
      LocalDate asOf,
      @Nullable PersonKind kind,
      boolean incompleteOnly,
      int limit,
      @Nullable String after) {
    return known(
        code,
        asOf,
        Page.cut(
            contents.people(
                code,
                asOf,
                kind,
                incompleteOnly,
                Cursor.idAfter(PEOPLE, after),
                Page.rowsFor(limit)),
            limit,
            person -> Cursor.of(PEOPLE, person.id())));
  }

  Page<OrganisationResponse> organisations(
      String code, LocalDate asOf, int limit, @Nullable String after) {
    return known(
        code,
        asOf,
        Page.cut(
            contents.organisations(
                code, asOf, Cursor.idAfter(ORGANISATIONS, after), Page.rowsFor(limit)),
            limit,
            organisation -> Cursor.of(ORGANISATIONS, organisation.id())));
  }

  private <T> Page<T> known(String code, LocalDate asOf, Page<T> page) {
    if (page.items().isEmpty()) {
      areas.requireKnown(new Area.OfGrid(code), asOf);
    }
    return page;
  }
}
