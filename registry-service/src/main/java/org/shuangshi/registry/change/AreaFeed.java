package org.shuangshi.registry.change;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.change.FeedRepository.Head;

/**
 * The feed as a reader of one area sees it, change after change.
 *
 * <p>Not for several threads.
 */
final class AreaFeed {
  private final PassageRepository passages;
  private final KeptPassages kept;
  private final long region;
  private long at;
  private @Nullable AreaState state;

  AreaFeed(PassageRepository passages, KeptPassages kept, long region) {
    this.passages = passages;
    this.kept = kept;
    this.region = region;
  }

  Passage passage(Head change) {
    // of one that was kept the area is not known: where it is asked for next, it is read anew
    return kept.of(region, change.seq(), () -> workedOut(change));
  }

  private Passage workedOut(Head change) {
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
}
