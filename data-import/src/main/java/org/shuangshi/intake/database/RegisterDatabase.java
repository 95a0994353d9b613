package org.shuangshi.intake.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of the register.
 *
 * <pre>{@code
 * RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
 * database.prepare();
 * try (Connection connection = database.connect()) { … }
 * }</pre>
 *
 * <p>Every connection has {@code search_path = register, public}. No message of this class and no
 * {@code toString} holds the password.
 */
public final class RegisterDatabase {
  /** Class of SQLSTATE: invalid authorization. */
  private static final String SIGN_IN_REFUSED = "28";

  private final DatabaseAddress address;

  /** Of the role the service asks as, where it was given. */
  private final @Nullable String servicePassword;

  private RegisterDatabase(DatabaseAddress address, @Nullable String servicePassword) {
    this.address = address;
    this.servicePassword = servicePassword;
  }

  /**
   * Reads {@code REGISTRY_DB_URL}, {@code REGISTRY_DB_USER}, {@code REGISTRY_DB_PASSWORD}; the
   * latter two win over what the URL says.
   *
   * @throws DatabaseException {@code database.url} where the URL is absent or malformed
   */
  public static RegisterDatabase fromEnvironment(Map<String, String> environment)
      throws DatabaseException {
    String url = environment.get("REGISTRY_DB_URL");
    if (url == null || url.isBlank()) {
      throw new DatabaseException(
          "database.url",
          "没有设置 REGISTRY_DB_URL；请通过 ./registry 运行，或把它设为 postgresql://用户:口令@主机:端口/库");
    }
    return new RegisterDatabase(
        addressOf(
            url, environment.get("REGISTRY_DB_USER"), environment.get("REGISTRY_DB_PASSWORD")),
        environment.get("REGISTRY_DB_SERVICE_PASSWORD"));
  }

  /** The database at a URL of either spelling; user and password where not null win over it. */
  public static RegisterDatabase at(String url, @Nullable String user, @Nullable String password)
      throws DatabaseException {
    return new RegisterDatabase(addressOf(url, user, password), null);
  }

  private static DatabaseAddress addressOf(
      String url, @Nullable String user, @Nullable String password) throws DatabaseException {
    DatabaseAddress read = DatabaseAddress.parse(url.strip());
    return new DatabaseAddress(
        read.jdbcUrl(),
        user == null ? read.user() : user,
        password == null ? read.password() : password);
  }

  /**
   * The same database as the role that owns nothing and that row-level security holds; what the
   * service answers requests by. To be called after {@link #prepare()}.
   *
   * @throws DatabaseException {@code database.role-refused} where it can neither be signed in as
   *     nor made, {@code database.role-unheld}, {@code database.unreachable}
   */
  public RegisterDatabase asService() throws DatabaseException {
    String password =
        servicePassword == null ? ServiceRole.password(address.password()) : servicePassword;
    RegisterDatabase service =
        new RegisterDatabase(
            new DatabaseAddress(address.jdbcUrl(), ServiceRole.SERVICE, password), null);
    try {
      try (Connection asked = service.dataSource().getConnection()) {
        ServiceRole.requireHeld(asked);
        return service;
      } catch (SQLException e) {
        if (!String.valueOf(e.getSQLState()).startsWith(SIGN_IN_REFUSED)) {
          throw e;
        }
      }
      try (Connection owner = connect()) {
        ServiceRole.setPassword(owner, password);
      }
      try (Connection asked = service.dataSource().getConnection()) {
        ServiceRole.requireHeld(asked);
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable",
          "不能以 registry_service 连上数据库 " + address.shown() + "（SQLSTATE " + e.getSQLState() + "）",
          e);
    }
    return service;
  }

  /** For pools: hands out a new connection each time. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(address.jdbcUrl());
    if (address.user() != null) {
      source.setUser(address.user());
    }
    if (address.password() != null) {
      source.setPassword(address.password());
    }
    source.setCurrentSchema("register,public");
    source.setApplicationName("registry");
    // the detail of a broken constraint is the whole row, and messages of failures are logged
    source.setLogServerErrorDetail(false);
    return source;
  }

  /**
   * Opens a connection.
   *
   * @throws DatabaseException {@code database.unreachable}
   */
  public Connection connect() throws DatabaseException {
    try {
      return dataSource().getConnection();
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable",
          "连不上数据库 " + address.shown() + "（SQLSTATE " + e.getSQLState() + "）；请检查地址、用户、口令以及数据库是否在运行",
          e);
    }
  }

  /**
   * Refuses a database the register cannot live in, and creates the extensions it needs where they
   * are missing and the user may.
   *
   * @throws DatabaseException {@code database.version}, {@code database.encoding}, {@code
   *     database.locale}, {@code database.postgis-missing}, {@code database.postgis-old}, {@code
   *     database.extension-refused}, {@code database.unreachable}
   */
  public void checkSuitable() throws DatabaseException {
    try (Connection connection = connect()) {
      Suitability.check(connection);
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable", "检查数据库时连接中断（SQLSTATE " + e.getSQLState() + "）", e);
    }
  }

  /**
   * Brings the tables up to date; does nothing where they are.
   *
   * @throws DatabaseException {@code database.migration}, {@code database.role-refused}
   */
  public void migrate() throws DatabaseException {
    try (Connection owner = connect()) {
      ServiceRole.require(owner);
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable", "准备数据库角色时出错（SQLSTATE " + e.getSQLState() + "）", e);
    }
    try {
      flyway().migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          "database.migration",
          "数据库 " + address.shown() + " 的表结构无法升级：库的版本与本程序不符，或用户没有建表权限（用 --debug 查看原因）",
          e);
    }
  }

  Flyway flyway() {
    return Flyway.configure(RegisterDatabase.class.getClassLoader())
        .dataSource(dataSource())
        .locations("classpath:db/migration")
        .defaultSchema("register")
        .createSchemas(true)
        .validateMigrationNaming(true)
        // written side by side: one of a lower number may come after a higher one
        .outOfOrder(true)
        .load();
  }

  /** {@link #checkSuitable()}, then {@link #migrate()}. */
  public void prepare() throws DatabaseException {
    checkSuitable();
    migrate();
  }

  @Override
  public String toString() {
    return address.shown();
  }
}
