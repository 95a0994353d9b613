package org.shuangshi.registry.intake;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is said and found of the coordinates of imports. */
@Repository
class CoordinateRepository {
  private static final String STATE = Sql.of("intake/state_coordinates.sql");
  private static final String RECHECK = Sql.of("intake/recheck.sql");
  private static final String KEEP = Sql.of("intake/keep_coordinates.sql");
  private static final String ONE = Sql.of("intake/coordinates.sql");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CoordinateRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is kept of one. */
  record Kept(StatedCoordinates stated, @Nullable FoundCoordinates found) {}

  void state(long id, StatedCoordinates stated) {
    with(STATE, id, stated).query(Long.class).single();
  }

  /** Whether it was at rest with its file, and is to be checked again now. */
  boolean recheck(long id, StatedCoordinates stated) {
    return with(RECHECK, id, stated).query(Long.class).optional().isPresent();
  }

  void keep(long id, FoundCoordinates found) {
    jdbc.sql(KEEP)
        .param("id", id)
        .param("found", json.writeValueAsString(found))
        .query(Long.class)
        .single();
  }

  Kept of(long id) {
    return jdbc.sql(ONE)
        .param("id", id)
        .query(
            (row, n) -> {
              String control = row.getString("control");
              String found = row.getString("coordinates");
              return new Kept(
                  new StatedCoordinates(
                      row.getString("crs"),
                      control == null ? null : json.readValue(control, new TypeReference<>() {}),
                      row.getString("shift")),
                  found == null ? null : json.readValue(found, FoundCoordinates.class));
            })
        .single();
  }

  private JdbcClient.StatementSpec with(String sql, long id, StatedCoordinates stated) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("crs", stated.crs())
        .param(
            "control", stated.control() == null ? null : json.writeValueAsString(stated.control()))
        .param("shift", stated.shift());
  }
}
