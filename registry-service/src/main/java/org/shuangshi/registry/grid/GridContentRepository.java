package org.shuangshi.registry.grid;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.cell.Counting;
import org.shuangshi.registry.cell.People;
import org.shuangshi.registry.cell.PeopleByKind;
import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.grid.GridSummaryResponse.Completeness;
import org.shuangshi.registry.grid.GridSummaryResponse.OccupiedBy;
import org.shuangshi.registry.grid.GridSummaryResponse.Registered;
import org.shuangshi.registry.occupancy.OccupancyCounts;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in a grid: figures, and the rows behind each. */
@Repository
class GridContentRepository {
  private static final BeliefStatement SUMMARY = BeliefStatement.of("grid/summary.sql");
  private static final BeliefStatement BUILDINGS = BeliefStatement.of("grid/buildings.sql");
  private static final BeliefStatement HOUSEHOLDS = BeliefStatement.of("grid/households.sql");
  private static final BeliefStatement PEOPLE = BeliefStatement.of("grid/people.sql");
  private static final BeliefStatement ORGANISATIONS = BeliefStatement.of("grid/organisations.sql");

  private final JdbcClient jdbc;

  GridContentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<GridSummaryResponse> findSummary(String code, Counting counting) {
    return SUMMARY
        .ask(jdbc, counting.when())
        .param("code", code)
        .param("countedOn", counting.on())
        .query((row, n) -> summary(row, counting))
        .optional();
  }

  List<GridBuildingResponse> buildings(
      String code, When when, boolean withoutUnits, long afterId, int rows) {
    return BUILDINGS
        .ask(jdbc, when)
        .param("code", code)
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

  List<HouseholdResponse> households(String code, When when, long afterId, int rows) {
    return HOUSEHOLDS
        .ask(jdbc, when)
        .param("code", code)
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
      When when,
      @Nullable PersonKind kind,
      boolean incompleteOnly,
      long afterId,
      int rows) {
    return PEOPLE
        .ask(jdbc, when)
        .param("code", code)
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

  List<OrganisationResponse> organisations(String code, When when, long afterId, int rows) {
    return ORGANISATIONS
        .ask(jdbc, when)
        .param("code", code)
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

  private static GridSummaryResponse summary(ResultSet row, Counting counting) throws SQLException {
    OccupancyCounts states = OccupancyCounts.of(row);
    return new GridSummaryResponse(
        new CodeName(row.getString("code"), row.getString("name")),
        counting.when().asOf(),
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
        People.of(PeopleByKind.of(row)),
        row.getLong("organisations"),
        new Completeness(
            row.getLong("buildings_without_units"),
            states.unvisited(),
            states.unlinked(),
            row.getLong("people_incomplete")),
        new Registered(row.getLong("away"), row.getLong("empty_books")),
        counting.told(row.getLong("cells")));
  }
}
