package org.shuangshi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description the service sends is the one its code has. */
class ApiDescriptionTest {
  private static final RunningService service = RunningService.shared();
  private static final Path COMMITTED = Path.of("openapi.json");
  private static final Path GENERATED = Path.of("target/openapi.json");

  @Test
  void theCommittedDescriptionIsThatOfTheCode() throws IOException {
    JsonNode described = service.get("/described.json").body();
    Files.writeString(
        GENERATED,
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(described)
            + "\n");
    assertThat(Files.readString(COMMITTED))
        .as(
            "The API changed. If it was meant to: cp registry-service/%s registry-service/%s",
            GENERATED, COMMITTED)
        .isEqualTo(Files.readString(GENERATED));
  }

  @Test
  void theServiceSendsIt() throws IOException {
    Answer answer = service.get("/api/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.response().body()).isEqualTo(Files.readAllBytes(COMMITTED));
  }
}
