package org.shuangshi.registry.request;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/** Why somebody does what the log has to tell of. */
public final class Why {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 500;

  private Why() {}

  /**
   * The reason that was given, without blanks around it.
   *
   * @param ask what to say where there is none, as {@code 请写明理由}
   */
  public static String required(@Nullable String said, String ask) {
    String why = said == null ? "" : said.strip();
    if (why.length() < SHORTEST || why.length() > LONGEST || why.indexOf('\0') >= 0) {
      throw Refusal.field("why", "why.missing", ask + "，" + SHORTEST + "–" + LONGEST + " 个字");
    }
    return why;
  }
}
