package org.shuangshi.registry.change;

import java.util.List;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Erased;
import org.shuangshi.registry.change.FeedItem.Left;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.edit.ThingKind;

/**
 * All that a change wrote, for readers of the whole register.
 *
 * @param change id of its record
 */
record WholeChange(FeedRepository feed, long change) implements Telling {

  @Override
  public List<Closed> closed(ThingKind kind, long afterVersion, int limit) {
    return feed.closed(kind, change, afterVersion, limit);
  }

  @Override
  public List<Opened> opened(ThingKind kind, long afterVersion, int limit) {
    return feed.opened(kind, change, afterVersion, limit);
  }

  @Override
  public List<Left> left(ThingKind kind, long afterId, int limit) {
    return List.of();
  }

  @Override
  public List<Erased> erased(long afterPlace, int limit) {
    return feed.erased(change, afterPlace, limit);
  }
}
