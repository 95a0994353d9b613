package org.shuangshi.registry.edit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.registry.refusal.Refusal;

/**
 * The mark of what is believed of a thing: its newest row and how many there are. Rows are only
 * ever added with higher numbers or closed, so the same mark is the same belief.
 */
public final class Etag {

  private Etag() {}

  public static String of(long latest, int rows) {
    return "\"" + latest + "-" + rows + "\"";
  }

  public static String of(Timeline timeline) {
    return of(timeline.latest(), timeline.versions().size());
  }

  /** Refuses to go on where the thing is not what the request has seen. */
  public static void check(Edit edit, ThingKind kind, long id, String seen) throws SQLException {
    Timeline timeline = edit.timeline(kind, id);
    if (timeline.isEmpty()) {
      throw Refusal.unknown("thing.unknown", "没有编号为 " + id + " 的" + kind.label());
    }
    if (!of(timeline).equals(seen)) {
      throw new StaleException(kind, id, seen);
    }
  }

  /** What a request says it has seen. */
  public static String required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.of(
          Refusal.Kind.VERSION_MISSING, "version.missing", "请用 If-Match 说明依据的是哪个版本（记录的 etag）");
    }
    return ifMatch.strip();
  }

  /** Number of the newest row a mark speaks of; 0 where it is no mark of ours. */
  public static long latest(String etag) {
    String digits = etag.replaceAll("^(W/)?\"?([0-9]{1,18})-.*$", "$2");
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }
}
