package org.shuangshi.registry.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/**
 * A place in the feed: behind a change, or behind a row inside one.
 *
 * @param seq change begun or done
 * @param inside null: the change is done
 */
record FeedPosition(long seq, @Nullable Inside inside) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18})(?:\\.([0-3])\\.([0-9]{1,2})\\.([0-9]{1,18}))?");

  /**
   * Behind a row.
   *
   * @param kind place of the row's kind in the order of kinds
   * @param number version of the row, id of the thing that left, or place of what was erased
   */
  record Inside(Phase phase, int kind, long number) {}

  static FeedPosition read(@Nullable String after) {
    if (after == null) {
      return new FeedPosition(0, null);
    }
    Matcher form = FORM.matcher(after);
    if (!form.matches()) {
      throw Refusal.field("after", "cursor.invalid", "after 应为变更的 seq，或上一页给出的 next");
    }
    long seq = Long.parseLong(form.group(1));
    String phase = form.group(2);
    return phase == null
        ? new FeedPosition(seq, null)
        : new FeedPosition(
            seq,
            new Inside(
                Phase.ofDigit(phase),
                Integer.parseInt(form.group(3)),
                Long.parseLong(form.group(4))));
  }

  String text() {
    return inside == null
        ? String.valueOf(seq)
        : seq + "." + inside.phase().digit() + "." + inside.kind() + "." + inside.number();
  }
}
