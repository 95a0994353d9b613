package org.shuangshi.registry.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SearchRepository {
  private static final String DOORS = Sql.of("search/doors.sql");
  private static final String ROOMS = Sql.of("search/rooms.sql");
  private static final String BUILDINGS = Sql.of("search/buildings.sql");
  private static final String ESTATES = Sql.of("search/estates.sql");
  private static final String GRIDS = Sql.of("search/grids.sql");
  private static final String REGIONS = Sql.of("search/regions.sql");

  private final JdbcClient jdbc;

  SearchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Hit> doors(Words words, LocalDate today, int limit) {
    return worded(DOORS, words, today, limit).query((row, n) -> address(row)).list();
  }

  /** Rooms of the number typed; asked only where one was. */
  List<Hit> rooms(Words words, LocalDate today, int limit) {
    return jdbc.sql(ROOMS)
        .param("patterns", Words.anywhere(words.place()))
        .param("room", words.room())
        .param("entrance", words.entrance())
        .param("asOf", today)
        .param("limit", limit)
        .query((row, n) -> address(row))
        .list();
  }

  List<Hit> buildings(Words words, LocalDate today, int limit) {
    return worded(BUILDINGS, words, today, limit)
        .query((row, n) -> named(row, Hit.Kind.BUILDING, row.getLong("id")))
        .list();
  }

  List<Hit> estates(Words words, LocalDate today, int limit) {
    return worded(ESTATES, words, today, limit)
        .query((row, n) -> named(row, Hit.Kind.ESTATE, null))
        .list();
  }

  /**
   * Grids by name, or by what digits mean.
   *
   * @param code first digits of codes, or null
   * @param number as people say it, or null
   */
  List<Hit> grids(
      Words words, @Nullable String code, @Nullable Integer number, LocalDate today, int limit) {
    return jdbc.sql(GRIDS)
        .param("code", code)
        .param("number", number)
        .param("patterns", Words.anywhere(words.all()))
        .param("asOf", today)
        .param("limit", limit)
        .query((row, n) -> coded(row, Hit.Kind.GRID))
        .list();
  }

  List<Hit> regions(Words words, LocalDate today, int limit) {
    return worded(REGIONS, words, today, limit)
        .param("code", words.digits())
        .query((row, n) -> coded(row, Hit.Kind.REGION))
        .list();
  }

  private JdbcClient.StatementSpec worded(
      String statement, Words words, LocalDate today, int limit) {
    return jdbc.sql(statement)
        .param("patterns", Words.anywhere(words.all()))
        .param("prefix", words.prefix())
        .param("asOf", today)
        .param("limit", limit);
  }

  private static Hit address(ResultSet row) throws SQLException {
    return new Hit(
        Hit.Kind.ADDRESS,
        row.getLong("id"),
        row.getString("text"),
        row.getString("sub"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        null,
        Columns.id(row, "building_id"));
  }

  private static Hit named(ResultSet row, Hit.Kind kind, @Nullable Long buildingId)
      throws SQLException {
    return new Hit(
        kind,
        row.getLong("id"),
        row.getString("name"),
        row.getString("sub"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        null,
        buildingId);
  }

  private static Hit coded(ResultSet row, Hit.Kind kind) throws SQLException {
    return new Hit(
        kind,
        row.getLong("id"),
        row.getString("name"),
        row.getString("sub"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("code"),
        null);
  }
}
