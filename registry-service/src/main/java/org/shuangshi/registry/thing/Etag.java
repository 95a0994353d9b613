package org.shuangshi.registry.thing;

import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.registry.refusal.Refusal;

/**
 * The mark of what is believed of a thing: its newest row and how many there are. Rows are only
 * ever added with higher numbers or closed, so the same mark is the same belief.
 */
final class Etag {

  private Etag() {}

  static String of(long latest, int rows) {
    return "\"" + latest + "-" + rows + "\"";
  }

  static String of(Timeline timeline) {
    return of(timeline.latest(), timeline.versions().size());
  }

  /** What a request says it has seen. */
  static String required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.of(
          Refusal.Kind.VERSION_MISSING, "version.missing", "请用 If-Match 说明依据的是哪个版本（记录的 etag）");
    }
    return ifMatch.strip();
  }

  /** Number of the newest row a mark speaks of; 0 where it is no mark of ours. */
  static long latest(String etag) {
    String digits = etag.replaceAll("^(W/)?\"?([0-9]{1,18})-.*$", "$2");
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }
}
