package org.shuangshi.registry.edit;

import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;

/** The change record of a request: who, why, from what. */
public final class Reasons {
  private static final int LONGEST = 500;

  private static final String SOURCE = "手工登记";

  private Reasons() {}

  public static ChangeReason of(
      ChangeReason.Kind kind, @Nullable String why, @Nullable String source) {
    if (why == null || why.isBlank()) {
      throw Refusal.field("why", "why.missing", "请写明理由");
    }
    return new ChangeReason(
        Reader.current().name(),
        cut("why", why),
        source == null || source.isBlank() ? SOURCE : cut("source", source),
        kind);
  }

  private static String cut(String field, String text) {
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw Refusal.field(field, "value.invalid", "最多 " + LONGEST + " 个字");
    }
    return text.strip();
  }
}
