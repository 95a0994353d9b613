package org.shuangshi.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Orders files the way a caller does and waits for them. */
final class Orders {
  private static final RunningService service = RunningService.shared();

  private Orders() {}

  /** Id of the order. */
  static long order(String body) {
    Answer answer = service.post("/api/exports", body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return answer.body().path("id").asLong();
  }

  static JsonNode status(long id) {
    return service.get("/api/exports/" + id).body();
  }

  /** The order's last word: READY or FAILED. */
  static JsonNode settled(long id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> status(id), job -> !job.path("status").asString().equals("RUNNING"));
  }

  static Answer file(long id) {
    return service.get("/api/exports/" + id + "/file");
  }

  /** The file of an order, fetched into a folder. */
  static Path fetched(String body, Path folder) throws IOException {
    long id = order(body);
    JsonNode job = settled(id);
    assertThat(job.path("status").asString()).isEqualTo("READY");
    Answer answer = file(id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat((long) answer.response().body().length).isEqualTo(job.path("bytes").asLong());
    String name = job.path("file").asString();
    return Files.write(
        folder.resolve("file" + name.substring(name.lastIndexOf('.'))), answer.response().body());
  }

  static List<Feature> read(Path file) throws IOException {
    List<Feature> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        assertThat(row.fault()).isNull();
        rows.add(row);
      }
    }
    return rows;
  }
}
