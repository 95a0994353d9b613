package org.shuangshi.registry.duplicate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaStatement;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DuplicateRepository {
  private static final String PAIRS = Sql.of("duplicate/pairs.sql");
  private static final AreaStatement PAIRS_WITHIN = AreaStatement.of("duplicate/pairs_within.sql");
  private static final String LIKE = Sql.of("duplicate/like.sql");
  private static final String TWINS = Sql.of("duplicate/twins.sql");
  private static final String PERSONS = Sql.of("duplicate/persons.sql");
  private static final String UNIT = Sql.of("duplicate/unit.sql");

  /** Others of one document, or namesakes born on one day, that are looked at for each person. */
  private static final int MOST = 10;

  private final JdbcClient jdbc;

  private final PersonSeal seal;

  DuplicateRepository(JdbcClient jdbc, PersonSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Two who may be one, still to be judged. */
  record Candidate(long id, long other, boolean sameDocument) {}

  /**
   * What a stretch of the register holds.
   *
   * @param until id of the last person looked at
   * @param walked how many were
   */
  record Stretch(long until, int walked, List<Candidate> candidates) {}

  /** Looks at the next so many persons from an id on. */
  Stretch pairs(Area area, LocalDate asOf, long fromId, int walk) {
    MapSqlParameterSource parameters =
        AreaStatement.parameters(area, When.of(asOf))
            .addValue("fromId", fromId)
            .addValue("walk", walk)
            .addValue("most", MOST);
    String sql = area instanceof Area.Everywhere ? PAIRS : PAIRS_WITHIN.text(area, When.of(asOf));
    List<Candidate> candidates = new ArrayList<>();
    long[] reached = new long[2];
    jdbc.sql(sql)
        .paramSource(parameters)
        .query(
            row -> {
              reached[0] = row.getLong("until");
              reached[1] = row.getLong("walked");
              if (row.getObject("id") != null) {
                candidates.add(
                    new Candidate(
                        row.getLong("id"),
                        row.getLong("other_id"),
                        row.getBoolean("same_document")));
              }
            });
    return new Stretch(reached[0], (int) reached[1], candidates);
  }

  /** Who may be the one described: by id, whether of the same document. */
  Map<Long, Boolean> like(DuplicateRequest.Check described, LocalDate asOf) {
    Map<Long, Boolean> found = new LinkedHashMap<>();
    jdbc.sql(LIKE)
        .param("asOf", asOf)
        .param("documentHash", hash(described))
        .param("name", described.name())
        .param("birthDate", described.birthDate())
        .param("most", MOST)
        .query(
            row -> {
              found.put(row.getLong("id"), row.getBoolean("same_document"));
            });
    return found;
  }

  /** Who may be one with a person: by id, whether of the same document. */
  Map<Long, Boolean> twins(long id, LocalDate asOf) {
    Map<Long, Boolean> found = new LinkedHashMap<>();
    jdbc.sql(TWINS)
        .param("id", id)
        .param("asOf", asOf)
        .param("most", MOST)
        .query(
            row -> {
              found.put(row.getLong("id"), row.getBoolean("same_document"));
            });
    return found;
  }

  Map<Long, Known> persons(Collection<Long> ids, LocalDate asOf) {
    Map<Long, Known> persons = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(PERSONS)
          .param("ids", ids.toArray(Long[]::new))
          .param("asOf", asOf)
          .query((row, n) -> known(row))
          .list()
          .forEach(each -> persons.put(each.brief().id(), each));
    }
    return persons;
  }

  /** A unit as whereabouts; of one that is not there, none. */
  Whereabouts unit(@Nullable Long unit, LocalDate asOf, @Nullable String registeredAddress) {
    Set<String> said = registeredAddress == null ? Set.of() : Set.of(registeredAddress);
    Whereabouts nowhere = new Whereabouts(Set.of(), Set.of(), said);
    if (unit == null) {
      return nowhere;
    }
    return jdbc.sql(UNIT)
        .param("unit", unit)
        .param("asOf", asOf)
        .query(
            (row, n) -> {
              List<String> addresses = new ArrayList<>(said);
              String address = row.getString("address");
              if (address != null) {
                addresses.add(address);
              }
              return new Whereabouts(
                  Set.of(unit), Set.of(row.getLong("building_id")), Set.copyOf(addresses));
            })
        .optional()
        .orElse(nowhere);
  }

  /** Of a kind of document that there is not, none. */
  private @Nullable String hash(DuplicateRequest.Check described) {
    String kind = described.documentType();
    boolean known =
        Arrays.stream(IdentityDocument.Kind.values()).anyMatch(each -> each.name().equals(kind));
    return known ? seal.numberHash(kind, described.documentNumber()) : null;
  }

  private Known known(ResultSet row) throws SQLException {
    String whose = PersonSeal.of(row.getLong("id"));
    return new Known(
        new PersonBrief(
            row.getLong("id"),
            row.getString("name"),
            row.getString("sex"),
            row.getString("birth_date"),
            row.getString("document_type"),
            seal.open(whose, PersonSeal.NUMBER, row.getString("document_number")),
            seal.open(whose, PersonSeal.PHONE, row.getString("phone")),
            row.getString("registered_address"),
            row.getString("home")),
        new Whereabouts(
            Set.of((Long[]) items(row.getArray("units"))),
            Set.of((Long[]) items(row.getArray("buildings"))),
            Set.copyOf(List.of((String[]) items(row.getArray("addresses"))))));
  }

  private static Object[] items(Array array) throws SQLException {
    return (Object[]) array.getArray();
  }
}
