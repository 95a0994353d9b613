package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.registry.edit.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Large passages are worked out once, for all who ask at the same time and for those behind. */
class KeptPassagesTest {
  private final FeedRepository feed =
      new FeedRepository(
          JdbcClient.create(new SimpleDriverDataSource()),
          new PersonSeal(TestKeys.ring()),
          new JsonMapper());
  private final AtomicInteger made = new AtomicInteger();

  private Passage passage(int size) {
    made.incrementAndGet();
    return new Passage(feed, 1, Map.of(Phase.OPENED, Map.of(ThingKind.UNIT, new long[size])));
  }

  @Test
  void whoAsksWhileItIsMadeWaitsForIt() throws Exception {
    KeptPassages kept = new KeptPassages();
    CountDownLatch all = new CountDownLatch(8);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Passage>> asked = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        asked.add(
            pool.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return kept.of(1, 7, () -> slowly(1000));
                }));
      }
      Passage first = asked.get(0).get();
      for (Future<Passage> each : asked) {
        assertThat(each.get()).isSameAs(first);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(made).hasValue(1);
  }

  private Passage slowly(int size) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return passage(size);
  }

  @Test
  void smallOnesAreMadeAgainAndTheEldestGoes() {
    KeptPassages kept = new KeptPassages(250);
    kept.of(1, 1, () -> passage(3));
    kept.of(1, 1, () -> passage(3));
    assertThat(made).hasValue(2);
    kept.of(1, 2, () -> passage(100));
    kept.of(1, 3, () -> passage(100));
    kept.of(1, 2, () -> passage(100)); // asked for later than the third
    assertThat(made).hasValue(4);
    kept.of(1, 4, () -> passage(100));
    kept.of(1, 2, () -> passage(100));
    assertThat(made).hasValue(5);
    kept.of(1, 3, () -> passage(100));
    assertThat(made).hasValue(6);
    Passage huge = kept.of(2, 9, () -> passage(1000));
    assertThat(kept.of(2, 9, () -> passage(1000))).isSameAs(huge);
  }

  @Test
  void afterAFailureItIsTriedAgain() {
    KeptPassages kept = new KeptPassages();
    assertThatThrownBy(
            () ->
                kept.of(
                    1,
                    1,
                    () -> {
                      throw new IllegalStateException("no answer");
                    }))
        .hasMessage("no answer");
    assertThat(kept.of(1, 1, () -> passage(50)).size()).isEqualTo(50);
  }
}
