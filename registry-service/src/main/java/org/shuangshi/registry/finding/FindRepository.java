package org.shuangshi.registry.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FindRepository {
  private static final String BY_NUMBER = Sql.of("finding/by_number.sql");
  private static final String BY_TAIL = Sql.of("finding/by_tail.sql");
  private static final String BY_NAME = Sql.of("finding/by_name.sql");
  private static final String HOMES = Sql.of("finding/homes.sql");

  /** People that are looked at for one answer; of a city of two millions some 220 share a tail. */
  static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final PersonSeal seal;

  FindRepository(JdbcClient jdbc, PersonSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Who fits, in full and without homes, {@link #MOST} at the most. */
  List<Found> fitting(Wanted wanted, LocalDate asOf) {
    JdbcClient.StatementSpec statement;
    if (wanted.number() != null) {
      String[] hashes =
          wanted.kinds().stream()
              .map(kind -> seal.numberHash(kind.name(), wanted.number()))
              .toArray(String[]::new);
      statement =
          jdbc.sql(BY_NUMBER)
              .param("documentHashes", hashes)
              .param("documentTail", seal.tailHash(wanted.tail()));
    } else if (wanted.tail() != null) {
      statement = jdbc.sql(BY_TAIL).param("documentTail", seal.tailHash(wanted.tail()));
    } else {
      statement = jdbc.sql(BY_NAME);
    }
    return statement
        .param("name", wanted.name())
        .param("birthDate", wanted.birthDate())
        .param("asOf", asOf)
        .param("most", MOST)
        .query((row, n) -> found(row))
        .list();
  }

  /** Where people live, the main home first. */
  Map<Long, List<Found.Home>> homes(Collection<Long> persons, LocalDate asOf) {
    Map<Long, List<Found.Home>> homes = new HashMap<>();
    if (!persons.isEmpty()) {
      jdbc.sql(HOMES)
          .param("ids", persons.toArray(Long[]::new))
          .param("asOf", asOf)
          .query(
              row -> {
                homes
                    .computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                    .add(
                        new Found.Home(
                            row.getLong("unit_id"),
                            row.getLong("building_id"),
                            row.getString("address"),
                            row.getBoolean("main"),
                            row.getDouble("lon"),
                            row.getDouble("lat")));
              });
    }
    return homes;
  }

  private Found found(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Found(
        id,
        row.getString("name"),
        row.getString("sex"),
        row.getString("birth_date"),
        row.getString("document_type"),
        seal.open(PersonSeal.of(id), PersonSeal.NUMBER, row.getString("document_number")),
        List.of());
  }
}
