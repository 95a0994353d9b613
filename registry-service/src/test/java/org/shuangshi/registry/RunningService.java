package org.shuangshi.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.start.ListenAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on a port of its own: before the town of {@code fixture.sql}, started once for all
 * tests that only read ({@link #shared}) and once for those that write; or {@link #over} a database
 * of the test's.
 *
 * <p>Requests are those of the account {@value #ALL_SEEING}, which may do everything everywhere,
 * unless they say otherwise by an {@code Authorization} or {@code Cookie} header; an empty {@code
 * Authorization} means nobody, and is not sent.
 */
public final class RunningService implements AutoCloseable {
  /** Name of the account that tests ask as. */
  public static final String ALL_SEEING = "tester";

  private static final String TOKEN = "rgt_all-seeing";
  private static final String AUTHORIZATION = "Authorization";

  /** What the all-seeing account sends to prove itself. */
  public static final String BEARER = "Bearer " + TOKEN;

  private static final Path KEYS = keys();

  private static @Nullable RunningService shared;
  private static @Nullable RunningService writable;

  private final TestDatabase database;
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final TestClock clock = new TestClock();
  private final ConfigurableApplicationContext context;
  private final String address;

  /** What came back. */
  public record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {

    public @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  private RunningService(TestDatabase database, boolean withAccount, Map<String, Object> settings) {
    this.database = database;
    SpringApplication application = new SpringApplication(RegistryApplication.class);
    application.setRegisterShutdownHook(false);
    application.addListeners(new ListenAddress());
    application.addInitializers(
        made -> ((GenericApplicationContext) made).registerBean("clock", Clock.class, () -> clock));
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "REGISTRY_DB_URL", database.url(),
                "REGISTRY_PORT", "0",
                "REGISTRY_KEYS", KEYS.toString(),
                "springdoc.api-docs.path", "/described.json",
                "springdoc.default-produces-media-type", "application/json",
                "springdoc.writer-with-order-by-keys", "true"));
    // tests ask faster than people do; the one of the limit says its own
    properties.put("REGISTRY_RATE_ACCOUNT", "0");
    properties.put("REGISTRY_RATE_ADDRESS", "0");
    properties.putAll(settings);
    application.setDefaultProperties(properties);
    context = application.run();
    if (withAccount) {
      makeAllSeeing();
    }
    address = "http://127.0.0.1:" + port();
  }

  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** The service before this database, which stays the caller's; to be closed. */
  public static RunningService over(TestDatabase database) {
    return new RunningService(database, true, Map.of());
  }

  /** The service before a database nobody may sign in to as yet; to be closed. */
  public static RunningService withoutAccount(TestDatabase database) {
    return new RunningService(database, false, Map.of());
  }

  /** The service with settings of the test's; to be closed. */
  public static RunningService with(TestDatabase database, Map<String, Object> settings) {
    return new RunningService(database, true, settings);
  }

  /** The town most tests read, as statements. */
  public static String fixture() {
    return resource("/fixture.sql");
  }

  public static synchronized RunningService shared() {
    RunningService running = shared;
    if (running == null) {
      running = beforeTheTown();
      shared = running;
    }
    return running;
  }

  /** A service of its own for tests that write; each makes the things it writes of. */
  public static synchronized RunningService forWriting() {
    RunningService running = writable;
    if (running == null) {
      running = beforeTheTown();
      writable = running;
    }
    return running;
  }

  private static RunningService beforeTheTown() {
    TestDatabase town = new TestDatabase();
    town.execute(fixture());
    RunningService service = new RunningService(town, true, Map.of());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  town.close();
                }));
    return service;
  }

  private void makeAllSeeing() {
    String sql =
        """
        WITH a AS (INSERT INTO access.account (name, display_name, kind)
                   VALUES (?, '测试', 'PROGRAM') ON CONFLICT DO NOTHING RETURNING id),
             r AS (INSERT INTO access.role (name, label)
                   SELECT 'everything', '一切' FROM a RETURNING id),
             p AS (INSERT INTO access.role_permission SELECT r.id, w FROM r, unnest(?::text[]) w),
             f AS (INSERT INTO access.role_field SELECT r.id, w, 'FULL' FROM r, unnest(?::text[]) w),
             g AS (INSERT INTO access.role_grant (account_id, role_id, days, granted_by)
                   SELECT a.id, r.id, '[2000-01-01,)', 'test' FROM a, r)
        INSERT INTO access.token (account_id, name, hash) SELECT id, 'test', ? FROM a""";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, ALL_SEEING);
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", Arrays.stream(Permission.values()).map(Enum::name).toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "text", Arrays.stream(PersonField.values()).map(Enum::name).toArray()));
      statement.setBytes(
          4, MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
      statement.executeUpdate();
    } catch (SQLException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time of the service's sessions, tokens and days. */
  public TestClock clock() {
    return clock;
  }

  @Override
  public void close() {
    context.close();
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  public Answer post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts what is to be done to a thing that was seen under this mark. */
  public Answer post(String path, String body, String ifMatch) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          client.send(signed(request), HttpResponse.BodyHandlers.ofByteArray());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(),
          isJson ? json.readTree(response.body()) : json.missingNode(),
          response);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest signed(HttpRequest.Builder request) {
    HttpRequest asked = request.build();
    Map<String, List<String>> headers = asked.headers().map();
    if (!headers.containsKey(AUTHORIZATION) && !headers.containsKey("Cookie")) {
      return request.header(AUTHORIZATION, BEARER).build();
    }
    boolean nobody = asked.headers().firstValue(AUTHORIZATION).orElse("nobody").isEmpty();
    return nobody
        ? HttpRequest.newBuilder(asked, (name, value) -> !name.equalsIgnoreCase(AUTHORIZATION))
            .build()
        : asked;
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  /**
   * Sends what no well-behaved client sends.
   *
   * @param lines of the head; the empty line after it is added
   * @return all that came back
   */
  public String raw(String... lines) {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
      String head =
          String.join("\r\n", lines)
              + "\r\nAuthorization: "
              + BEARER
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      // no more comes: else a server that was promised a body waits for it a minute
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The register as the command line knows it, for imports beside the service. */
  public RegisterDatabase register() {
    return database.register();
  }

  /** A connection of the test's own, beside the service. */
  public Connection connect() {
    return database.connect();
  }

  /** Rows of a query beside the service, each value as PostgreSQL writes it; null stays null. */
  public List<List<@Nullable String>> rows(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (row.next()) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(values);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A part of the service, for what no call can bring about. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** All parts of a type. */
  public <T> Collection<T> parts(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  private static Path keys() {
    try {
      Path file = Files.createTempFile("registry", ".keys");
      file.toFile().deleteOnExit();
      Files.writeString(file, "1 AES " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = RunningService.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
