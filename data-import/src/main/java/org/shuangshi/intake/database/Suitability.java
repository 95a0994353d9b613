package org.shuangshi.intake.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What a database must be before it may hold the register, each refusal with its remedy. */
final class Suitability {

  private static final int OLDEST_POSTGRESQL = 15;
  private static final int OLDEST_POSTGIS = 303; // 3.3: major * 100 + minor

  private Suitability() {}

  static void check(Connection connection) throws SQLException, DatabaseException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRESQL) {
      throw new DatabaseException(
          "database.version", "数据库是 PostgreSQL " + version + "，需要 15 或更新的版本；请升级数据库");
    }
    String encoding =
        text(
            connection,
            "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()");
    if (!"UTF8".equals(encoding)) {
      throw new DatabaseException(
          "database.encoding",
          "数据库的编码是 "
              + encoding
              + "，需要 UTF8；请重建：CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    }
    String locale =
        text(connection, "SELECT datctype FROM pg_database WHERE datname = current_database()");
    // In these two, Chinese characters are not letters: lower(), regular expressions and trigrams
    // drop them.
    if (locale.toUpperCase(Locale.ROOT).equals("C")
        || locale.toUpperCase(Locale.ROOT).equals("POSIX")) {
      throw new DatabaseException(
          "database.locale",
          "数据库的区域设置（lc_ctype）是 "
              + locale
              + "，无法正确处理汉字；请重建：CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    }
    extension(connection, "postgis");
    extension(connection, "btree_gist");
    keepSpatialIndexes(connection);
    String postgis =
        text(connection, "SELECT extversion FROM pg_extension WHERE extname = 'postgis'");
    String number =
        text(
            connection,
            "SELECT split_part(extversion, '.', 1)::int * 100 + split_part(extversion, '.', 2)::int"
                + " FROM pg_extension WHERE extname = 'postgis'");
    if (Integer.parseInt(number) < OLDEST_POSTGIS) {
      throw new DatabaseException(
          "database.postgis-old",
          "PostGIS 是 " + postgis + "，需要 3.3 或更新的版本；请升级软件包后执行 SELECT postgis_extensions_upgrade()");
    }
  }

  /**
   * Under row-level security a spatial index serves only where && is leakproof. A superuser alone
   * may say so; the launcher and the database image do, and the service names the statement
   * elsewhere.
   */
  private static void keepSpatialIndexes(Connection connection) throws SQLException {
    String wanted =
        text(
            connection,
            "SELECT r.rolsuper AND NOT p.proleakproof FROM pg_roles r, pg_proc p WHERE r.rolname ="
                + " current_user AND p.oid = 'geometry_overlaps(geometry, geometry)'::regprocedure");
    if (wanted.equals("t")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF");
      }
    }
  }

  private static void extension(Connection connection, String name)
      throws SQLException, DatabaseException {
    String state =
        text(
            connection,
            "SELECT CASE WHEN installed_version IS NOT NULL THEN 'installed' ELSE 'available' END"
                + " FROM pg_available_extensions WHERE name = '"
                + name
                + "'");
    if (state.equals("installed")) {
      return;
    }
    if (state.isEmpty()) {
      throw new DatabaseException(
          "database.postgis-missing",
          "数据库服务器上没有 "
              + name
              + " 扩展；Debian/Ubuntu 请执行 apt-get install postgresql-15-postgis-3（版本号与 PostgreSQL 一致）");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS " + name + " SCHEMA public");
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.extension-refused",
          "没有权限创建 " + name + " 扩展；请让管理员在此库执行 CREATE EXTENSION " + name + " SCHEMA public",
          e);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      String value = rows.next() ? rows.getString(1) : null;
      return value == null ? "" : value;
    }
  }
}
