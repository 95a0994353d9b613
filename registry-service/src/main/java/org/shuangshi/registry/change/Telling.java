package org.shuangshi.registry.change;

import java.util.List;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Erased;
import org.shuangshi.registry.change.FeedItem.Left;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.edit.ThingKind;

/** What of one change is told, each list in order of its numbers, behind one of them. */
interface Telling {

  List<Closed> closed(ThingKind kind, long afterVersion, int limit);

  List<Opened> opened(ThingKind kind, long afterVersion, int limit);

  List<Left> left(ThingKind kind, long afterId, int limit);

  /** Of all kinds together; behind a place in its own order. */
  List<Erased> erased(long afterPlace, int limit);
}
