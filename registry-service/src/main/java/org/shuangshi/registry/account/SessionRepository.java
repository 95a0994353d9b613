package org.shuangshi.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionRepository {
  private static final String FIND = Sql.of("account/session.sql");
  private static final String BEGIN = Sql.of("account/session-begin.sql");
  private static final String RAISE = Sql.of("account/session-raise.sql");
  private static final String SEEN = Sql.of("account/session-seen.sql");
  private static final String END = Sql.of("account/session-end.sql");
  private static final String LIST = Sql.of("account/sessions.sql");
  private static final String SWEEP = Sql.of("account/session-sweep.sql");

  private final JdbcClient jdbc;

  SessionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of an account's sessions, for its owner to look at. */
  record Listed(long id, Instant began, Instant seen, String address, String agent) {}

  Optional<Session> find(byte[] hash) {
    return jdbc.sql(FIND).param("hash", hash).query((row, n) -> session(row)).optional();
  }

  void begin(byte[] hash, long account, int factors, Instant now, Origin origin) {
    jdbc.sql(BEGIN)
        .param("hash", hash)
        .param("account", account)
        .param("factors", factors)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("address", origin.address())
        .param("agent", origin.agent())
        .update();
  }

  /** A second factor was given: it goes on under another secret. */
  void raise(long id, byte[] hash) {
    jdbc.sql(RAISE).param("id", id).param("hash", hash).update();
  }

  void seen(long id, Instant now) {
    jdbc.sql(SEEN).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /**
   * Ends sessions of an account; answers how many there were.
   *
   * @param only the one to be ended, or null for all
   * @param except the one to be kept, or null
   */
  int end(
      long account,
      @org.jspecify.annotations.Nullable Long only,
      @org.jspecify.annotations.Nullable Long except) {
    return jdbc.sql(END)
        .param("account", account)
        .param("only", only)
        .param("except", except)
        .update();
  }

  List<Listed> list(long account, Instant now) {
    return jdbc.sql(LIST)
        .param("account", account)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Listed(
                    row.getLong("id"),
                    instant(row, "began_at"),
                    instant(row, "seen_at"),
                    row.getString("address"),
                    row.getString("agent")))
        .list();
  }

  /** Forgets what is over and what failed long ago. */
  void sweep(Instant now) {
    jdbc.sql(SWEEP).param("now", now.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        Known.of(row),
        row.getInt("factors"),
        instant(row, "began_at"),
        instant(row, "seen_at"),
        Duration.ofMinutes(row.getInt("idle_minutes")),
        Duration.ofHours(row.getInt("longest_hours")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
