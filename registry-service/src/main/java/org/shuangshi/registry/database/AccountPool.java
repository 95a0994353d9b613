package org.shuangshi.registry.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Hands out connections that work for the account that is signed in in this thread, and for nobody
 * where none is. The setting that policies read is put on a connection where the last one was
 * another's; for the same account again nothing is sent.
 */
final class AccountPool extends HikariDataSource {
  private static final String NOBODY = "";

  /** Of each physical connection, the account it was last set to. */
  private final Map<PGConnection, String> known = Collections.synchronizedMap(new WeakHashMap<>());

  AccountPool(HikariConfig pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      workFor(current(), connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void workFor(String account, Connection connection) throws SQLException {
    PGConnection physical = connection.unwrap(PGConnection.class);
    if (account.equals(known.getOrDefault(physical, NOBODY))) {
      return;
    }
    known.remove(physical); // unknown until it is known to be set
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('registry.account', ?, false)")) {
      statement.setString(1, account);
      statement.execute();
    } catch (SQLException e) {
      evictConnection(connection);
      throw e;
    }
    known.put(physical, account);
  }

  private static String current() {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof OfAccount who
        ? String.valueOf(who.account())
        : NOBODY;
  }
}
