package org.shuangshi.registry.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.permission.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ErasureRepository {
  private static final String PERSON = Sql.of("erasure/person.sql");
  private static final String ASK = Sql.of("erasure/ask.sql");
  private static final String ONE = Sql.of("erasure/one.sql");
  private static final String LIST = Sql.of("erasure/list.sql");
  private static final String REFUSE = Sql.of("erasure/refuse.sql");

  private final JdbcClient jdbc;

  ErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody the reader sees. */
  record Known(boolean erased) {}

  Optional<Known> findPerson(long id) {
    return jdbc.sql(PERSON)
        .param("id", id)
        .query((row, n) -> new Known(row.getBoolean("erased")))
        .optional();
  }

  /** Asks in the name of who is signed in; answers the number of the request. */
  long ask(long person, Basis basis, String why) {
    return jdbc.sql(ASK)
        .param("person", person)
        .param("basis", basis.name())
        .param("why", why)
        .query(Long.class)
        .single();
  }

  Optional<Erasure> find(long id) {
    return jdbc.sql(ONE).param("id", id).query(ErasureRepository::erasure).optional();
  }

  /**
   * Requests of people the reader sees, the newest first.
   *
   * @param person whose; null: of all
   * @param before number of a request
   */
  List<Erasure> list(@Nullable Long person, boolean open, long before, int limit) {
    return jdbc.sql(LIST)
        .param("person", person)
        .param("open", open)
        .param("before", before)
        .param("limit", limit)
        .query(ErasureRepository::erasure)
        .list();
  }

  void refuse(long id, String why) {
    jdbc.sql(REFUSE).param("id", id).param("why", why).query((row, n) -> true).single();
  }

  /** The name is in full, and goes no further than the veil. */
  private static Erasure erasure(ResultSet row, int n) throws SQLException {
    String decision = row.getString("decision");
    return new Erasure(
        row.getLong("id"),
        new Erasure.Whom(row.getLong("person_id"), String.valueOf(row.getString("name"))),
        List.of((Long[]) row.getArray("others").getArray()),
        Basis.valueOf(row.getString("basis")),
        row.getString("why"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class),
        row.getLong("asker") == Reader.current().account(),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("decided_by"),
        row.getObject("decided_at", OffsetDateTime.class),
        row.getString("answer"));
  }
}
