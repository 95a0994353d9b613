package org.shuangshi.registry.account;

import java.time.LocalDate;
import java.util.List;
import org.shuangshi.registry.account.OwnAccountResponse.OwnGrant;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantRepository {
  private static final String OF_ACCOUNT = Sql.of("account/grants.sql");

  private final JdbcClient jdbc;

  GrantRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Grants that hold today or will, and those that ended. */
  List<OwnGrant> ofAccount(long account, LocalDate today) {
    return jdbc.sql(OF_ACCOUNT)
        .param("account", account)
        .param("today", today)
        .query(
            (row, n) ->
                new OwnGrant(
                    row.getLong("id"),
                    row.getString("role"),
                    row.getString("area"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getString("stand_in_for"),
                    row.getString("granted_by"),
                    row.getBoolean("today")))
        .list();
  }
}
