package org.shuangshi.intake.load;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * At which moments something is killed: {@code REGISTRY_KILLS} says how many, as {@code ./registry
 * bench --only kills} does; else the tests are skipped, as each kill takes an import or two. What
 * came of each is written to {@code target/kills.txt}, a line each.
 */
public final class Kills {
  /** The last part of an import is where it is decided: every other moment is of it. */
  private static final double END = 0.8;

  /** A little beyond: some come when all is done. */
  private static final double BEYOND = 1.05;

  private Kills() {}

  /** Skips the test where nobody asked for kills. */
  public static void assumeAsked() {
    assumeTrue(asked() != null, "REGISTRY_KILLS says how many");
  }

  private static @Nullable String asked() {
    String asked = System.getenv("REGISTRY_KILLS");
    return asked == null || asked.isBlank() ? null : asked;
  }

  /** Milliseconds after the start, at random in what it took when nobody killed it. */
  public static List<Long> moments(long tookMillis, long seed) {
    int count = Integer.parseInt(Objects.requireNonNull(asked()));
    Random random = new Random(seed);
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double from = i % 2 == 0 ? 0 : END;
      moments.add((long) (tookMillis * (from + random.nextDouble() * (BEYOND - from))));
    }
    return moments;
  }

  /** Notes what came of one. */
  public static void tell(String killed, long moment, long tookMillis, String came)
      throws IOException {
    Path table = Path.of("target", "kills.txt");
    Files.createDirectories(table.toAbsolutePath().getParent());
    Files.writeString(
        table,
        "%s  %6d / %6d ms  %s%n".formatted(killed, moment, tookMillis, came),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
