package org.shuangshi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Imports as a program orders them. */
public final class Imports {
  private static final int SCATTERED = 24;

  private final RunningService service;
  private final String authorization;

  public Imports(RunningService service, String authorization) {
    this.service = service;
    this.authorization = authorization;
  }

  /** A square of some 20 m, as a row of a GeoJSON file. */
  public static String building(String key, String name, double lon, double lat) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\",\"use\":\"RESIDENTIAL\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%3$f,%4$f],[%5$f,%4$f],[%5$f,%6$f],[%3$f,%6$f],[%3$f,%4$f]]]}}",
        key,
        name,
        lon,
        lat,
        lon + 0.0002,
        lat + 0.0002);
  }

  public static byte[] file(String... rows) {
    return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", rows) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Houses scattered so that no move but none brings them onto each other, each moved by this. */
  public static String[] scattered(double east, double north) {
    String[] rows = new String[SCATTERED];
    for (int i = 0; i < rows.length; i++) {
      double lon = 120.002 + 0.0007 * (i * 7 % SCATTERED) + 0.00003 * i * i % 0.0006;
      double lat = 30.002 + 0.0005 * i + 0.00007 * (i * 5 % 11);
      rows[i] = building("s" + i, "散" + i, lon + east, lat + north);
    }
    return rows;
  }

  /**
   * Sends scattered houses that the register has, read as the order says: with control points, or
   * parameters, that bring them elsewhere.
   *
   * @param more members of the order
   */
  public long contradicted(String more) {
    Answer answer =
        post(
            "/api/imports",
            "{\"fileName\":\"散.geojson\",\"kind\":\"buildings\",\"source\":\"moved\",\"why\":\"试验导入\",\"from\":\"2026-01-01\","
                + more
                + "}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    long id = answer.body().path("id").asLong();
    assertThat(send(id, file(scattered(0, 0))).status()).isEqualTo(202);
    rested(id);
    return id;
  }

  /** Control points for degrees that lie so much further east than they say. */
  public static String control(double east) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      double lon = 120 + 0.003 * i;
      double lat = 30 + 0.001 * (i * i % 7);
      points
          .append(i == 0 ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"x\":%f,\"y\":%f,\"lon\":%f,\"lat\":%f}",
                  lon,
                  lat,
                  lon + east,
                  lat));
    }
    return "[" + points + "]";
  }

  /** Orders; answers the number. */
  public long order(String fileName, String kind, String source) {
    Answer answer =
        post(
            "/api/imports",
            "{\"fileName\":\"%s\",\"kind\":\"%s\",\"source\":\"%s\",\"why\":\"试验导入\",\"from\":\"2026-01-01\"}"
                .formatted(fileName, kind, source));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  public Answer send(long id, byte[] file) {
    return service.send(
        service
            .request("/api/imports/" + id + "/file")
            .header("Authorization", authorization)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  public Answer post(String path, String body) {
    return service.send(
        service
            .request(path)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer get(String path) {
    return service.send(service.request(path).header("Authorization", authorization));
  }

  /** The import once it is at work no longer. */
  public JsonNode rested(long id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                !List.of("CHECKING", "APPLYING", "UNDOING")
                    .contains(get("/api/imports/" + id).body().path("state").asString()));
    return get("/api/imports/" + id).body();
  }

  /** Sends a file of buildings and waits until it was checked. */
  public JsonNode checked(String source, byte[] file) {
    long id = order("楼栋.geojson", "buildings", source);
    assertThat(send(id, file).status()).isEqualTo(202);
    return rested(id);
  }

  /** Writes what was checked. */
  public JsonNode applied(JsonNode checked) {
    long id = checked.path("id").asLong();
    Answer answer = post("/api/imports/" + id + "/apply", "{\"acceptAnomalies\":false}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    return rested(id);
  }
}
