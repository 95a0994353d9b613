package org.shuangshi.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as who administers sees them. */
@Repository
class AccountListRepository {
  private static final String LIST = Sql.of("account/list.sql");
  private static final String SET_DISABLED = Sql.of("account/set-disabled.sql");

  private final JdbcClient jdbc;

  AccountListRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Accounts by name.
   *
   * @param words part of the name or the name on screens; null: all
   * @param after name after which the list goes on
   */
  List<AccountResponse> list(@Nullable String words, String after, LocalDate today, int limit) {
    return asked(words, null, after, today, limit);
  }

  Optional<AccountResponse> find(long id, LocalDate today) {
    return asked(null, id, "", today, 1).stream().findFirst();
  }

  private List<AccountResponse> asked(
      @Nullable String words, @Nullable Long id, String after, LocalDate today, int limit) {
    return jdbc.sql(LIST)
        .param("words", words)
        .param("id", id)
        .param("after", after)
        .param("today", today)
        .param("limit", limit)
        .query((row, n) -> account(row))
        .list();
  }

  /** False where it was so already, or there is none. */
  boolean setDisabled(long id, boolean disabled) {
    return jdbc.sql(SET_DISABLED).param("id", id).param("disabled", disabled).update() == 1;
  }

  private static AccountResponse account(ResultSet row) throws SQLException {
    return new AccountResponse(
        row.getLong("id"),
        row.getString("name"),
        row.getString("display_name"),
        Account.Kind.valueOf(row.getString("kind")),
        row.getBoolean("demo"),
        row.getBoolean("disabled"),
        row.getBoolean("has_password"),
        row.getBoolean("passing"),
        row.getBoolean("second_factor"),
        TokenRepository.orNull(row, "seen_at"),
        List.of((String[]) row.getArray("roles").getArray()));
  }
}
