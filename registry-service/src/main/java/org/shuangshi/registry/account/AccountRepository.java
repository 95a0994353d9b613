package org.shuangshi.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
  private static final String BY_NAME = Sql.of("account/by-name.sql");
  private static final String BY_ID = Sql.of("account/by-id.sql");
  private static final String BY_SUBJECT = Sql.of("account/by-subject.sql");
  private static final String BIND = Sql.of("account/bind-subject.sql");
  private static final String CREATE = Sql.of("account/create.sql");
  private static final String SET_PASSWORD = Sql.of("account/set-password.sql");
  private static final String ANY = Sql.of("account/any.sql");
  private static final String ANY_DEMO = Sql.of("account/any-demo.sql");
  private static final String GRANT_EVERYWHERE = Sql.of("account/grant-everywhere.sql");

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The account of a name.
   *
   * @param name folded
   */
  Optional<Account> find(String name) {
    return jdbc.sql(BY_NAME).param("name", name).query(AccountRepository::account).optional();
  }

  /** The account a provider calls so. */
  Optional<Account> findSubject(String provider, String subject) {
    return jdbc.sql(BY_SUBJECT)
        .param("provider", provider)
        .param("subject", subject)
        .query(AccountRepository::account)
        .optional();
  }

  /** A provider vouches from now on for the account of that name, if it was made for that. */
  void bind(String name, String provider, String subject) {
    jdbc.sql(BIND)
        .param("name", name)
        .param("provider", provider)
        .param("subject", subject)
        .update();
  }

  Account get(long id) {
    return jdbc.sql(BY_ID).param("id", id).query(AccountRepository::account).single();
  }

  /** Whether there is an account at all. */
  boolean any() {
    return jdbc.sql(ANY).query(Boolean.class).single();
  }

  /** Whether there is a demo account that may be used. */
  boolean anyDemo() {
    return jdbc.sql(ANY_DEMO).query(Boolean.class).single();
  }

  /**
   * A new account.
   *
   * @param name folded
   * @param password its hash; null: none
   */
  long create(
      String name,
      String displayName,
      Account.Kind kind,
      @Nullable String password,
      boolean passing,
      boolean demo) {
    try {
      return jdbc.sql(CREATE)
          .param("name", name)
          .param("displayName", displayName)
          .param("kind", kind.name())
          .param("password", password)
          .param("passing", passing)
          .param("demo", demo)
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "account.taken", "已有名为“" + name + "”的账号");
    }
  }

  void setPassword(long id, String hash, boolean passing) {
    jdbc.sql(SET_PASSWORD)
        .param("id", id)
        .param("password", hash)
        .param("passing", passing)
        .update();
  }

  /** Gives a role in the whole city from a day on; false where there is no such role. */
  boolean grantEverywhere(long account, String role, LocalDate from, String by) {
    return jdbc.sql(GRANT_EVERYWHERE)
            .param("account", account)
            .param("role", role)
            .param("from", from)
            .param("by", by)
            .update()
        == 1;
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("name"),
        row.getString("display_name"),
        Account.Kind.valueOf(row.getString("kind")),
        row.getString("password"),
        row.getBoolean("passing"),
        row.getBoolean("demo"),
        row.getBoolean("disabled"),
        TokenRepository.orNull(row, "password_set_at"));
  }
}
