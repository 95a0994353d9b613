package org.shuangshi.intake.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The roles behind row-level security (migration V025). They belong to the cluster: the launcher
 * and the database image make them; elsewhere they are made here where the owner may, and else the
 * statements are named that an administrator has to run.
 *
 * <p>The password of {@value #SERVICE} follows from the owner's where none is given, so that
 * nothing more has to be kept and all services before a database agree on it.
 */
final class ServiceRole {
  /** Who the service asks as. Owns nothing. */
  static final String SERVICE = "registry_service";

  /** What it turns into to work out what follows from a change. */
  private static final String SETTLE = "registry_settle";

  /** One at a time: several services may start at once. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(91570133093962)";

  private static final String THERE =
      "SELECT (SELECT count(*) FROM pg_roles WHERE rolname IN ('registry_service', 'registry_settle')) = 2"
          + " AND (SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid"
          + " JOIN pg_roles s ON s.oid = m.member"
          + " WHERE r.rolname = 'registry_settle' AND s.rolname = 'registry_service') > 0";
  private static final String MAY_MAKE =
      "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user";

  private ServiceRole() {}

  /** The password where none is given; null where the owner has none either. */
  static @Nullable String password(@Nullable String owner) {
    if (owner == null) {
      return null;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((SERVICE + ":" + owner).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Makes the roles where they are missing. */
  static void require(Connection owner) throws SQLException, DatabaseException {
    if (is(owner, THERE)) {
      return;
    }
    if (!is(owner, MAY_MAKE)) {
      throw refused();
    }
    inTransaction(
        owner,
        "DO $$ BEGIN"
            + " IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_service') THEN"
            + " CREATE ROLE registry_service LOGIN NOINHERIT; END IF;"
            + " IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_settle') THEN"
            + " CREATE ROLE registry_settle NOLOGIN; END IF;"
            + " GRANT registry_settle TO registry_service; END $$");
  }

  /** Gives the service its password, where the owner may. */
  static void setPassword(Connection owner, @Nullable String password)
      throws SQLException, DatabaseException {
    if (!is(owner, MAY_MAKE)) {
      throw refused();
    }
    inTransaction(
        owner,
        "ALTER ROLE "
            + SERVICE
            + " LOGIN PASSWORD "
            + (password == null ? "NULL" : "'" + password.replace("'", "''") + "'"));
  }

  /** Refuses a connection that policies would not hold. */
  static void requireHeld(Connection service) throws SQLException, DatabaseException {
    if (!is(service, "SELECT row_security_active('register.building')")) {
      throw new DatabaseException(
          "database.role-unheld",
          "角色 registry_service 不受行级权限约束（是超级用户、有 BYPASSRLS，或拥有登记簿的表）；请让管理员执行"
              + " ALTER ROLE registry_service NOSUPERUSER NOBYPASSRLS，并把表的所有者改为别的角色");
    }
  }

  private static DatabaseException refused() {
    return new DatabaseException(
        "database.role-refused",
        "服务要用的角色还没有建好，当前用户无权建立；请让管理员执行 CREATE ROLE "
            + SERVICE
            + " LOGIN NOINHERIT PASSWORD '…'; CREATE ROLE "
            + SETTLE
            + " NOLOGIN; GRANT "
            + SETTLE
            + " TO "
            + SERVICE
            + "; 再把这个口令放进 REGISTRY_DB_SERVICE_PASSWORD");
  }

  private static void inTransaction(Connection owner, String sql) throws SQLException {
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute(LOCK);
      statement.execute(sql);
      owner.commit();
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  private static boolean is(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
