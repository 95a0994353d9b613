package org.shuangshi.registry.building;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.BuildingUse;
import org.shuangshi.registry.area.CodeName;
import org.shuangshi.registry.building.BuildingResponse.EstateReference;
import org.shuangshi.registry.building.ChartResponse.ChartUnit;
import org.shuangshi.registry.database.BeliefStatement;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.EvidenceResponse;
import org.shuangshi.registry.occupancy.Hint;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.occupancy.OccupancyCounts;
import org.shuangshi.registry.request.When;
import org.shuangshi.registry.unit.EntranceReference;
import org.shuangshi.registry.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BuildingRepository {
  private static final BeliefStatement CARD = BeliefStatement.of("building/card.sql");
  private static final BeliefStatement ENTRANCES = BeliefStatement.of("building/entrances.sql");
  private static final BeliefStatement UNITS = BeliefStatement.of("building/units.sql");

  private final JdbcClient jdbc;

  BuildingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<BuildingResponse> find(long id, When when) {
    return CARD.ask(jdbc, when).param("id", id).query((row, n) -> building(row)).optional();
  }

  List<Chart.Entrance> entrances(long building, When when) {
    return ENTRANCES
        .ask(jdbc, when)
        .param("id", building)
        .query(
            (row, n) ->
                new Chart.Entrance(row.getLong("id"), row.getString("name"), row.getInt("ordinal")))
        .list();
  }

  List<ChartUnit> units(long building, When when) {
    return UNITS.ask(jdbc, when).param("id", building).query((row, n) -> unit(row)).list();
  }

  private static BuildingResponse building(ResultSet row) throws SQLException {
    return new BuildingResponse(
        row.getLong("id"),
        row.getString("name"),
        BuildingUse.valueOf(row.getString("use")),
        BuildingStatus.valueOf(row.getString("status")),
        Columns.word(row, "structure", Structure.class),
        Columns.integer(row, "floors"),
        Columns.integer(row, "floors_below"),
        Columns.real(row, "height_m"),
        Columns.integer(row, "year_built"),
        row.getString("address"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("geometry"),
        CodeName.of(row, "grid"),
        CodeName.of(row, "community"),
        estate(row),
        OccupancyCounts.of(row));
  }

  private static @Nullable EstateReference estate(ResultSet row) throws SQLException {
    Long id = Columns.id(row, "estate_id");
    return id == null ? null : new EstateReference(id, row.getString("estate_name"));
  }

  private static ChartUnit unit(ResultSet row) throws SQLException {
    return new ChartUnit(
        row.getLong("id"),
        Columns.word(row, "state", Occupancy.class),
        Columns.word(row, "basis", Basis.class),
        row.getBoolean("contradiction"),
        Columns.word(row, "hint", Hint.class),
        EvidenceResponse.of(row),
        EntranceReference.of(row),
        row.getString("address"),
        row.getInt("floor"),
        row.getString("room"),
        UnitUse.valueOf(row.getString("use")),
        Columns.real(row, "area_m2"),
        Columns.integer(row, "people"));
  }
}
