package org.shuangshi.intake.database;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostGIS server the tests of this JVM use, found in this order:
 *
 * <ol>
 *   <li>a container, where a Docker daemon answers and holds the image named by {@code
 *       REGISTRY_TEST_IMAGE} (default {@code shuangshi/postgis:dev}; it is never pulled);
 *   <li>the cluster of {@code REGISTRY_TEST_DB_URL}, a superuser's URL to any of its databases;
 *   <li>the private cluster that {@code ../registry test-database} starts and prints the URL of.
 * </ol>
 *
 * <p>A template database is migrated once per state of the migrations and kept in the cluster, so
 * that a run costs a copy per test class. Databases a killed run left are dropped after a day.
 */
final class TestCluster {

  private static @Nullable TestCluster shared;

  private final String url;
  private final String template;

  private TestCluster(String url) {
    this.url = url;
    this.template = "registry_template_" + migrationsDigest(at(""));
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      // One at a time: two JVMs may look for the template at once.
      statement.execute("SELECT pg_advisory_lock(4490)");
      dropLeftovers(statement);
      if (!exists(statement, template)) {
        makeTemplate(statement);
      }
    } catch (SQLException | DatabaseException e) {
      throw new IllegalStateException("test database cluster", e);
    }
  }

  static synchronized TestCluster shared() {
    TestCluster found = shared;
    if (found == null) {
      found = new TestCluster(find());
      shared = found;
    }
    return found;
  }

  RegisterDatabase cloneTemplate(String name) {
    // by files: through the log every page is written twice, which takes half as long again
    createDatabase(name, "TEMPLATE " + template + " STRATEGY file_copy");
    return at(name);
  }

  void createDatabase(String name, String options) {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " " + options);
      mark(statement, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void drop(String name) {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cluster's URL with another database; an empty name keeps the given one. */
  String url(String name) {
    if (name.isEmpty()) {
      return url;
    }
    URI uri = URI.create(url);
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return "postgresql://" + user + uri.getHost() + port + "/" + name;
  }

  RegisterDatabase at(String name) {
    try {
      return RegisterDatabase.at(url(name), null, null);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(String name) throws SQLException {
    return at(name).dataSource().getConnection();
  }

  private void makeTemplate(Statement statement) throws SQLException, DatabaseException {
    String unfinished = template + "_unfinished";
    statement.execute("DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
    statement.execute(
        "CREATE DATABASE " + unfinished + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    at(unfinished).prepare();
    statement.execute("ALTER DATABASE " + unfinished + " RENAME TO " + template);
    mark(statement, template);
  }

  private static void mark(Statement statement, String name) throws SQLException {
    statement.execute(
        "DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE "
            + name
            + " IS %L', 'registry test, ' || current_date); END $$");
  }

  private static void dropLeftovers(Statement statement) throws SQLException {
    StringBuilder old = new StringBuilder();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT d.datname FROM pg_database d"
                + " WHERE d.datname LIKE 'registry\\_te%'"
                + " AND shobj_description(d.oid, 'pg_database') LIKE 'registry test, %'"
                + " AND right(shobj_description(d.oid, 'pg_database'), 10)::date < current_date - 1")) {
      while (rows.next()) {
        old.append("DROP DATABASE IF EXISTS ").append(rows.getString(1)).append(" WITH (FORCE)\n");
      }
    }
    for (String drop : old.toString().lines().toList()) {
      statement.execute(drop);
    }
  }

  private static boolean exists(Statement statement, String name) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
      return rows.next();
    }
  }

  private static String find() {
    String container = container();
    if (container != null) {
      return container;
    }
    String given = System.getenv("REGISTRY_TEST_DB_URL");
    if (given != null && !given.isBlank()) {
      return given;
    }
    Path launcher = Path.of("..", "registry").toAbsolutePath().normalize();
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException(
          "No database for tests: no Docker image, no REGISTRY_TEST_DB_URL and no launcher at "
              + launcher);
    }
    String printed = output(600, launcher.toString(), "test-database");
    if (printed == null) {
      throw new IllegalStateException("registry test-database failed; run it by hand to see why");
    }
    return printed
        .lines()
        .filter(line -> line.startsWith("postgresql://"))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String container() {
    String api = output(10, "docker", "version", "--format", "{{.Server.APIVersion}}");
    String named = System.getenv("REGISTRY_TEST_IMAGE");
    String image = named == null || named.isBlank() ? "shuangshi/postgis:dev" : named;
    if (api == null || output(10, "docker", "image", "inspect", image) == null) {
      return null;
    }
    // Testcontainers asks for an API version that older engines do not have; the engine's own
    // always works.
    if (System.getProperty("api.version") == null) {
      System.setProperty("api.version", api.strip());
    }
    // Lives as long as the JVM: Testcontainers' own shutdown hook stops it.
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
    container.start();
    return "postgresql://"
        + container.getUsername()
        + ":"
        + container.getPassword()
        + "@"
        + container.getHost()
        + ":"
        + container.getFirstMappedPort()
        + "/"
        + container.getDatabaseName();
  }

  /** Standard output of a command, or null where it is absent, fails or takes too long. */
  private static @Nullable String output(int seconds, String... command) {
    try {
      Path out = Files.createTempFile("registry", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return null;
        }
        return process.exitValue() == 0 ? Files.readString(out) : null;
      } finally {
        Files.delete(out);
      }
    } catch (IOException e) {
      return null; // no such command
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A word that changes with the migrations; Flyway lists them, in folders and jars alike. */
  private static String migrationsDigest(RegisterDatabase any) {
    CRC32 digest = new CRC32();
    for (MigrationInfo migration : any.flyway().info().all()) {
      digest.update(
          (migration.getScript() + migration.getChecksum()).getBytes(StandardCharsets.UTF_8));
    }
    return Long.toHexString(digest.getValue());
  }
}
