package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.erasure.ErasedTown;
import tools.jackson.databind.JsonNode;

/** Copies forget whom the register forgot: one that followed, and one made afterwards. */
class ErasedCopyTest {
  @TempDir Path folder;

  @Test
  void aCopyHoldsNothingOfWhoWasErased() throws Exception {
    try (ErasedTown town = new ErasedTown(folder)) {
      RunningService service = town.service();
      FeedCopy following = new FeedCopy();
      following.follow(service, 3);
      for (String secret : ErasedTown.SECRETS) {
        assertThat(following.said()).as("known before").contains(secret);
      }
      town.erase();
      following.follow(service, 2);
      FeedCopy fresh = new FeedCopy();
      fresh.follow(service, 1000);
      for (String secret : ErasedTown.SECRETS) {
        assertThat(following.said()).as("following").doesNotContain(secret);
        assertThat(fresh.said()).as("made afterwards").doesNotContain(secret);
      }
      assertThat(following.said()).contains("司马望舒");
      assertThat(following.text()).isEqualTo(fresh.text());
    }
  }

  /** Whoever holds an area is told, though nothing changed places. */
  @Test
  void readersOfAnAreaAreToldToo() throws Exception {
    try (ErasedTown town = new ErasedTown(folder)) {
      town.erase();
      for (String area : new String[] {"339901001001", "339901001002"}) {
        JsonNode erasure = erasure(town.service(), area);
        assertThat(erasure.path("opened").size() + erasure.path("closed").size()).isZero();
        assertThat(erasure.path("erased").get(0).path("kind").asString()).isEqualTo("person");
        assertThat(erasure.path("complete").asBoolean()).isTrue();
      }
    }
  }

  /** The change a reader of the area is told of; a new day may come after it. */
  private static JsonNode erasure(RunningService service, String area) {
    String after = "0";
    while (true) {
      JsonNode page =
          service.get("/api/changes?limit=1000&within=" + area + "&after=" + after).body();
      for (JsonNode item : page.path("items")) {
        if (item.path("kind").asString().equals("ERASURE")) {
          return item;
        }
      }
      assertThat(page.path("next").isNull()).as("an erasure is told to %s", area).isFalse();
      after = page.path("next").asString();
    }
  }
}
