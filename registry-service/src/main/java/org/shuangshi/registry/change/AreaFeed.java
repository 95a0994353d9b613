package org.shuangshi.registry.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.change.FeedRepository.Head;

/**
 * The feed as a reader of one area sees it, change after change.
 *
 * <p>Not for several threads.
 */
final class AreaFeed {
  private final PassageRepository passages;
  private final Kept kept;
  private final long region;
  private long at;
  private @Nullable AreaState state;

  AreaFeed(PassageRepository passages, Kept kept, long region) {
    this.passages = passages;
    this.kept = kept;
    this.region = region;
  }

  /** Passages of large changes, worked out once for all their pages. */
  static final class Kept {
    private static final int MOST = 4;

    private record Key(long region, long seq) {}

    private final Map<Key, Passage> passages =
        new LinkedHashMap<>(MOST, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Passage> eldest) {
            return size() > MOST;
          }
        };

    synchronized @Nullable Passage find(long region, long seq) {
      return passages.get(new Key(region, seq));
    }

    synchronized void keep(long region, long seq, Passage passage) {
      passages.put(new Key(region, seq), passage);
    }
  }

  Passage passage(Head change) {
    Passage known = kept.find(region, change.seq());
    if (known != null) {
      return known; // where the area is asked for next, it is read anew
    }
    AreaState last = state;
    AreaState before =
        last != null && at == change.seq() - 1
            ? last
            : passages.area(region, change.seq() - 1, change.dayBefore());
    AreaState after =
        change.regions() || !change.day().equals(change.dayBefore())
            ? passages.area(region, change.seq(), change.day())
            : before;
    at = change.seq();
    state = after;
    return passages.passage(change, before, after);
  }

  /** It will be asked for again. */
  void keep(Head change, Passage passage) {
    kept.keep(region, change.seq(), passage);
  }
}
