package org.shuangshi.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {
  private static final String FIND = Sql.of("account/token.sql");
  private static final String MAKE = Sql.of("account/token-make.sql");
  private static final String USED = Sql.of("account/token-used.sql");
  private static final String TAKE_BACK = Sql.of("account/token-take-back.sql");
  private static final String LIST = Sql.of("account/tokens.sql");

  private final JdbcClient jdbc;

  TokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of an account's tokens, for its owner to look at. */
  record Listed(
      long id, String name, Instant made, @Nullable Instant used, @Nullable Instant expires) {}

  Optional<Token> find(byte[] hash) {
    return jdbc.sql(FIND)
        .param("hash", hash)
        .query(
            (row, n) ->
                new Token(
                    row.getLong("id"),
                    Known.of(row),
                    orNull(row, "used_at"),
                    orNull(row, "expires_at")))
        .optional();
  }

  long make(long account, String name, byte[] hash, @Nullable Instant expires) {
    return jdbc.sql(MAKE)
        .param("account", account)
        .param("name", name)
        .param("hash", hash)
        .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  void used(long id, Instant now) {
    jdbc.sql(USED).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** False where the account has no such token. */
  boolean takeBack(long account, long id) {
    return jdbc.sql(TAKE_BACK).param("account", account).param("id", id).update() == 1;
  }

  List<Listed> list(long account) {
    return jdbc.sql(LIST)
        .param("account", account)
        .query(
            (row, n) ->
                new Listed(
                    row.getLong("id"),
                    row.getString("name"),
                    SessionRepository.instant(row, "made_at"),
                    orNull(row, "used_at"),
                    orNull(row, "expires_at")))
        .list();
  }

  static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
