package org.shuangshi.registry.grid;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.grid.GridSummaryResponse.Completeness;
import org.shuangshi.registry.grid.GridSummaryResponse.OccupiedBy;
import org.shuangshi.registry.grid.GridSummaryResponse.People;
import org.shuangshi.registry.grid.GridSummaryResponse.PeopleByKind;
import org.shuangshi.registry.occupancy.OccupancyCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in a grid: figures, and the rows behind each. */
@Repository
class GridContentRepository {
  private static final String SUMMARY = Sql.of("grid/summary.sql");
  private static final String BUILDINGS = Sql.of("grid/buildings.sql");
  private static final String HOUSEHOLDS = Sql.of("grid/households.sql");
  private static final String PEOPLE = Sql.of("grid/people.sql");
  private static final String ORGANISATIONS = Sql.of("grid/organisations.sql");

  private final JdbcClient jdbc;

  GridContentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<GridSummaryResponse> findSummary(String code, LocalDate asOf) {
    return jdbc.sql(SUMMARY)
        .param("code", code)
        .param("asOf", asOf)
        .query((row, n) -> summary(row, asOf))
        .optional();
  }

  List<GridBuildingResponse> buildings(
      String code, LocalDate asOf, boolean withoutUnits, long afterId, int rows) {
    return jdbc.sql(BUILDINGS)
        .param("code", code)
        .param("asOf", asOf)
        .param("withoutUnits", withoutUnits)
        .param("afterId", afterId)
        .param("limit", rows)
        .query(
            (row, n) ->
                new GridBuildingResponse(
                    row.getLong("id"),
                    row.getString("name"),
                    BuildingUse.valueOf(row.getString("use")),
                    Columns.integer(row, "floors"),
                    row.getString("address"),
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    OccupancyCounts.of(row)))
        .list();
  }

  List<HouseholdResponse> households(String code, LocalDate asOf, long afterId, int rows) {
    return jdbc.sql(HOUSEHOLDS)
        .param("code", code)
        .param("asOf", asOf)
        .param("afterId", afterId)
        .param("limit", rows)
        .query(
            (row, n) ->
                new HouseholdResponse(
                    row.getLong("id"),
                    new UnitPlace(
                        row.getLong("unit_id"),
                        row.getString("address"),
                        row.getInt("floor"),
                        row.getString("room")),
                    row.getInt("members")))
        .list();
  }

  List<PersonResponse> people(
      String code,
      LocalDate asOf,
      @Nullable PersonKind kind,
      boolean incompleteOnly,
      long afterId,
      int rows) {
    return jdbc.sql(PEOPLE)
        .param("code", code)
        .param("asOf", asOf)
        .param("kind", kind == null ? null : kind.name())
        .param("incompleteOnly", incompleteOnly)
        .param("afterId", afterId)
        .param("limit", rows)
        .query(
            (row, n) ->
                new PersonResponse(
                    row.getLong("id"),
                    PersonKind.valueOf(row.getString("kind")),
                    new PersonResponse.Home(row.getLong("unit_id"), row.getString("address")),
                    words(row.getArray("missing"))))
        .list();
  }

  List<OrganisationResponse> organisations(String code, LocalDate asOf, long afterId, int rows) {
    return jdbc.sql(ORGANISATIONS)
        .param("code", code)
        .param("asOf", asOf)
        .param("afterId", afterId)
        .param("limit", rows)
        .query(
            (row, n) ->
                new OrganisationResponse(
                    row.getLong("id"),
                    row.getString("name"),
                    OrganisationKind.valueOf(row.getString("kind")),
                    row.getString("industry"),
                    new UnitPlace(
                        row.getLong("unit_id"),
                        row.getString("address"),
                        row.getInt("floor"),
                        row.getString("room"))))
        .list();
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static GridSummaryResponse summary(ResultSet row, LocalDate asOf) throws SQLException {
    OccupancyCounts states = OccupancyCounts.of(row);
    PeopleByKind people =
        new PeopleByKind(
            row.getLong("registered"),
            row.getLong("separated"),
            row.getLong("floating"),
            row.getLong("overseas"),
            row.getLong("unknown"));
    return new GridSummaryResponse(
        new CodeName(row.getString("code"), row.getString("name")),
        asOf,
        row.getLong("buildings"),
        states.total(),
        states,
        new OccupiedBy(
            row.getLong("own"),
            row.getLong("rented"),
            row.getLong("business"),
            row.getLong("dormitory")),
        row.getLong("contradictions"),
        row.getLong("households"),
        GridRepository.band(row),
        new People(people.total(), people),
        row.getLong("organisations"),
        new Completeness(
            row.getLong("buildings_without_units"),
            states.unvisited(),
            states.unlinked(),
            row.getLong("people_incomplete")));
  }
}
