package org.shuangshi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shuangshi.registry.RegistryApplication;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a process of its own, which can be killed. */
final class ServiceProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final Process process;
  private final String address;

  private ServiceProcess(Process process, int port) {
    this.process = process;
    this.address = "http://127.0.0.1:" + port;
  }

  /**
   * Starts one, and is back when it answers.
   *
   * @param folder of its files, keys and log
   */
  static ServiceProcess start(String databaseUrl, Path folder, Path keys) throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName()));
    Map<String, String> environment = builder.environment();
    environment.put("REGISTRY_DB_URL", databaseUrl);
    environment.put("REGISTRY_PORT", String.valueOf(port));
    environment.put("REGISTRY_KEYS", keys.toString());
    environment.put("REGISTRY_FILES", folder.resolve("files").toString());
    environment.put("REGISTRY_RATE_ACCOUNT", "0");
    environment.put("REGISTRY_RATE_ADDRESS", "0");
    environment.keySet().removeAll(List.of("REGISTRY_DB_USER", "REGISTRY_DB_PASSWORD"));
    Path log = folder.resolve("service.log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    ServiceProcess service = new ServiceProcess(builder.start(), port);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!service.answers()) {
      assertThat(service.process.isAlive() && System.nanoTime() < until)
          .as("%s", Files.readString(log))
          .isTrue();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return service;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return client
              .send(request("/actuator/health").GET().build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Authorization", RunningService.BEARER);
  }

  /** Orders an import of buildings; answers its number. */
  long order(String source, byte[] file) throws Exception {
    JsonNode order =
        send(
            request("/api/imports")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"fileName\":\"b.geojson\",\"kind\":\"buildings\",\"source\":\""
                            + source
                            + "\",\"why\":\"试验导入\",\"from\":\"2026-01-01\"}")));
    long id = order.path("id").asLong();
    send(
        request("/api/imports/" + id + "/file")
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(file)));
    return id;
  }

  void apply(long id) throws Exception {
    send(
        request("/api/imports/" + id + "/apply")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"acceptAnomalies\":false}")));
  }

  /** The job once it is at work no longer. */
  JsonNode rested(long id) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode job = send(request("/api/imports/" + id).GET());
      String state = job.path("state").asString();
      if (!List.of("CHECKING", "APPLYING").contains(state)) {
        return job;
      }
      assertThat(System.nanoTime()).as("%s", job).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    var answer = client.send(request.build(), BodyHandlers.ofByteArray());
    JsonNode body = json.readTree(answer.body());
    assertThat(answer.statusCode()).as("%s", body).isBetween(200, 299);
    return body;
  }

  /** Signal 9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
