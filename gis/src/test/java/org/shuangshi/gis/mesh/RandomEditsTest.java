package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Edits of every kind at random; after each the coverage is whole, and the mesh before is as it
 * was. {@code ./registry bench --only mesh} does ten thousand.
 */
class RandomEditsTest {

  private final Random random = new Random(6);
  private final RandomEdits edits = new RandomEdits(random);

  @Test
  void editsOfRandomMeshesLeaveNoGapAndNoOverlap() {
    for (int round = 0; round < 8; round++) {
      edits.edit(Meshes.dirty(Meshes.random(random, 7), random), 100, round % 4 == 0);
    }
    assertEnoughAccepted(6);
  }

  @Test
  void editsOfRealVillagesLeaveNoGapAndNoOverlap() throws Exception {
    for (int round = 0; round < 6; round++) {
      edits.edit(Meshes.dirty(Meshes.villages(), random), 90, round % 4 == 0);
    }
    assertEnoughAccepted(5);
  }

  /** So that the test cannot pass by refusing. */
  private void assertEnoughAccepted(int least) {
    for (String kind : edits.tried.keySet()) {
      assertThat(edits.accepted.getOrDefault(kind, 0))
          .as("%s accepted: %s of %s", kind, edits.accepted, edits.tried)
          .isGreaterThanOrEqualTo(least);
    }
    assertThat(edits.tried).hasSize(Edit.class.getPermittedSubclasses().length);
  }
}
