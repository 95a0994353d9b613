package org.shuangshi.registry.info;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InfoRepository {
  private static final String REGISTER = Sql.of("info/register.sql");

  private final JdbcClient jdbc;

  InfoRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  InfoResponse read(LocalDate today, boolean demo) {
    return jdbc.sql(REGISTER)
        .param("asOf", today)
        .query(
            (row, n) ->
                new InfoResponse(
                    demo,
                    Objects.requireNonNullElse(row.getString("name"), ""),
                    today,
                    lastChange(row),
                    extent(row),
                    new InfoResponse.Counts(
                        row.getLong("buildings"), row.getLong("grids"), row.getLong("units")),
                    new InfoResponse.Settings(
                        row.getInt("ageing_months"), row.getInt("stale_months"))))
        .single();
  }

  private static InfoResponse.@Nullable LastChange lastChange(ResultSet row) throws SQLException {
    Long id = Columns.id(row, "change_id");
    return id == null
        ? null
        : new InfoResponse.LastChange(
            id, row.getObject("change_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable List<Double> extent(ResultSet row) throws SQLException {
    Double west = Columns.real(row, "west");
    return west == null
        ? null
        : List.of(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
  }
}
