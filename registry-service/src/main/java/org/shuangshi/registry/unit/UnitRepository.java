package org.shuangshi.registry.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.AreaStatement;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.occupancy.Basis;
import org.shuangshi.registry.occupancy.EvidenceResponse;
import org.shuangshi.registry.occupancy.Hint;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.occupancy.OccupancyCounts;
import org.shuangshi.registry.request.Cursor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitRepository {
  private static final AreaStatement LIST = AreaStatement.of("unit/list.sql");
  private static final AreaStatement COUNT = AreaStatement.of("unit/count.sql");

  private final JdbcClient jdbc;

  UnitRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A unit with its place in the order of the list. */
  record Placed(UnitResponse unit, int entranceOrdinal) {

    Cursor cursor() {
      return Cursor.of(
          "units", unit.building().id(), entranceOrdinal, unit.floor(), unit.room(), unit.id());
    }

    static @Nullable Cursor read(@Nullable String after) {
      return Cursor.read("units", 5, after);
    }
  }

  List<Placed> list(UnitQuery query, @Nullable Cursor after, int rows) {
    return jdbc.sql(LIST.text(query.area(), query.when()))
        .paramSource(
            parameters(query)
                .addValue("afterBuilding", after == null ? 0 : after.number(0))
                .addValue("afterOrdinal", after == null ? 0 : after.small(1))
                .addValue("afterFloor", after == null ? 0 : after.small(2))
                .addValue("afterRoom", after == null ? "" : after.word(3))
                .addValue("afterUnit", after == null ? 0 : after.number(4))
                .addValue("limit", rows))
        .query(UnitRepository::placed)
        .list();
  }

  OccupancyCounts count(UnitQuery query) {
    return jdbc.sql(COUNT.text(query.area(), query.when()))
        .paramSource(parameters(query))
        .query((row, n) -> OccupancyCounts.of(row))
        .single();
  }

  private static MapSqlParameterSource parameters(UnitQuery query) {
    return AreaStatement.parameters(query.area(), query.when())
        .addValue("states", names(query.states()))
        .addValue("bases", names(query.bases()))
        .addValue("contradictionOnly", query.contradictionOnly());
  }

  private static String[] names(Set<? extends Enum<?>> words) {
    return words.stream().map(Enum::name).toArray(String[]::new);
  }

  private static Placed placed(ResultSet row, int number) throws SQLException {
    UnitResponse unit =
        new UnitResponse(
            row.getLong("id"),
            Occupancy.valueOf(row.getString("state")),
            Columns.word(row, "basis", Basis.class),
            row.getBoolean("contradiction"),
            Columns.word(row, "hint", Hint.class),
            EvidenceResponse.of(row),
            new UnitResponse.BuildingReference(
                row.getLong("building_id"),
                row.getString("building_name"),
                row.getDouble("lon"),
                row.getDouble("lat")),
            EntranceReference.of(row),
            row.getString("address"),
            row.getInt("floor"),
            row.getString("room"),
            UnitUse.valueOf(row.getString("use")),
            Columns.real(row, "area_m2"));
    return new Placed(unit, row.getInt("ordinal"));
  }
}
