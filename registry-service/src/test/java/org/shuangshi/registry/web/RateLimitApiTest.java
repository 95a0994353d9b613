package org.shuangshi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;

class RateLimitApiTest {
  private static final TestDatabase database = new TestDatabase();
  private static final RunningService service =
      RunningService.with(
          database, Map.of("REGISTRY_RATE_ACCOUNT", "1", "REGISTRY_RATE_ADDRESS", "1000"));

  @AfterAll
  static void close() {
    service.close();
    database.close();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgainAndOthersGoOn() {
    String other = new Accounts(service).program("other", "planner");
    Answer answer = service.get("/api/info");
    for (int asked = 0; asked < 1000 && answer.status() == 200; asked++) {
      answer = service.get("/api/info");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body().path("code").asString()).isEqualTo("rate.exceeded");
    assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
    assertThat(
            service
                .send(service.request("/api/info").header("Authorization", "Bearer " + other))
                .status())
        .isEqualTo(200);
  }
}
