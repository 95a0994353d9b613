package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.shuangshi.intake.load.Links;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * What follows from an edit and is kept beside the facts: the community of what lies in it, the
 * road and estate an address names, the unit a person is registered at, the occupancy of units.
 * None of it makes a version.
 */
@Component
class Consequences {
  private static final String BUILDING = Sql.of("edit/place_building.sql");
  private static final String ESTATE = Sql.of("edit/place_estate.sql");
  private static final String ADDRESS = Sql.of("edit/place_address.sql");
  private static final String UNIT = Sql.of("edit/place_unit.sql");
  private static final String HOUSEHOLD = Sql.of("edit/place_household.sql");
  private static final String RESIDENCE = Sql.of("edit/place_residence.sql");
  private static final String PERSON = Sql.of("edit/place_person.sql");
  private static final String LINKS = Sql.of("edit/follow_links.sql");
  private static final String OCCUPANCY = Sql.of("edit/refresh_occupancy.sql");

  void follow(Edit edit) throws SQLException {
    OptionalLong written = edit.change();
    if (written.isEmpty()) {
      return;
    }
    long change = written.getAsLong();
    Connection connection = edit.transaction().connection();
    List<String> opened = Touched.opened(connection, change);
    List<String> closed = Touched.closed(connection, change);
    Statements statements = new Statements(connection, change);
    boolean regions = opened.contains("region") || closed.contains("region");
    if (regions) {
      new Links(edit.transaction()).communitiesAltered();
    }
    if (opened.contains("road")) {
      new Links(edit.transaction()).roadsNamed();
    }
    if (opened.contains("estate")) {
      statements.run(ESTATE);
      new Links(edit.transaction()).estatesNamed();
    }
    if (opened.contains("address")) {
      statements.run(ADDRESS);
    }
    boolean buildings = opened.contains("building");
    if (buildings) {
      statements.run(BUILDING);
    }
    boolean units = buildings || opened.contains("unit");
    if (units) {
      statements.run(UNIT);
    }
    if (units || opened.contains("household")) {
      statements.run(HOUSEHOLD);
    }
    if (units || opened.contains("residence")) {
      statements.run(RESIDENCE);
    }
    if (names(opened) || names(closed)) {
      statements.run(PERSON);
    }
    if (tellsOfUnits(opened) || tellsOfUnits(closed)) {
      statements.ask(OCCUPANCY);
    }
    statements.ask(LINKS);
  }

  /** Whether who is registered where may follow: by what a person says, or an address is called. */
  private static boolean names(List<String> tables) {
    return tables.contains("person") || tables.contains("address") || tables.contains("unit");
  }

  private static boolean tellsOfUnits(List<String> tables) {
    return tables.stream()
        .map(ThingKind::ofTable)
        .anyMatch(kind -> kind == ThingKind.UNIT || kind.tellsOfUnits());
  }

  /** Statements of files, on the edit's own connection. */
  private static final class Statements {
    private final NamedParameterJdbcTemplate jdbc;
    private final java.util.Map<String, Long> parameters;

    Statements(Connection connection, long change) {
      jdbc = new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
      parameters = java.util.Map.of("change", change);
    }

    void run(String sql) {
      jdbc.update(sql, parameters);
    }

    void ask(String sql) {
      jdbc.query(sql, parameters, row -> {});
    }
  }
}
