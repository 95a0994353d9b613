package org.shuangshi.registry.change;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Erased;
import org.shuangshi.registry.change.FeedItem.Left;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.edit.ThingKind;

/**
 * What a change means to a reader of an area, as numbers: of rows, and of things that left. It is
 * the same whenever it is worked out, so its pages fit together.
 */
final class Passage implements Telling {
  private static final long[] NONE = {};

  private final FeedRepository feed;
  private final long change;
  private final Map<Phase, Map<ThingKind, long[]>> numbers;

  /**
   * @param change id of its record
   * @param numbers in order
   */
  Passage(FeedRepository feed, long change, Map<Phase, Map<ThingKind, long[]>> numbers) {
    this.feed = feed;
    this.change = change;
    this.numbers = numbers;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** How many numbers there are. */
  int size() {
    return numbers.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .mapToInt(each -> each.length)
        .sum();
  }

  @Override
  public List<Closed> closed(ThingKind kind, long afterVersion, int limit) {
    return feed.closed(kind, behind(Phase.CLOSED, kind, afterVersion, limit));
  }

  @Override
  public List<Opened> opened(ThingKind kind, long afterVersion, int limit) {
    return feed.opened(kind, behind(Phase.OPENED, kind, afterVersion, limit));
  }

  @Override
  public List<Left> left(ThingKind kind, long afterId, int limit) {
    return Arrays.stream(behind(Phase.LEFT, kind, afterId, limit))
        .mapToObj(id -> new Left(kind.word(), id))
        .toList();
  }

  @Override
  public List<Erased> erased(long afterPlace, int limit) {
    return feed.erased(change, afterPlace, limit);
  }

  private long[] behind(Phase phase, ThingKind kind, long after, int limit) {
    long[] all =
        numbers.getOrDefault(phase, new EnumMap<>(ThingKind.class)).getOrDefault(kind, NONE);
    int found = Arrays.binarySearch(all, after + 1);
    int from = found < 0 ? -found - 1 : found;
    return Arrays.copyOfRange(all, from, Math.min(from + limit, all.length));
  }
}
