package org.shuangshi.registry.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.change.FeedPosition.Inside;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;

@Service
class FeedService {
  private static final List<ThingKind> KINDS = List.of(ThingKind.values());

  private final FeedRepository feed;

  FeedService(FeedRepository feed) {
    this.feed = feed;
  }

  /**
   * The next rows behind a place.
   *
   * @param limit rows, not changes
   */
  Page<FeedItem> read(@Nullable String after, int limit) {
    int room = Page.rowsFor(limit) - 1;
    feed.number();
    FeedPosition position = FeedPosition.read(after);
    List<FeedItem> items = new ArrayList<>();
    while (room > 0) {
      long seq = position.inside() == null ? position.seq() + 1 : position.seq();
      Optional<FeedRepository.Head> next = feed.next(seq);
      if (next.isEmpty()) {
        return new Page<>(items, null);
      }
      Piece piece = new Piece(next.get(), position.inside(), room);
      FeedItem item = piece.read();
      items.add(item);
      room -= Math.max(1, item.closed().size() + item.opened().size());
      position = new FeedPosition(next.get().seq(), piece.stoppedAt);
    }
    boolean more = position.inside() != null || feed.next(position.seq() + 1).isPresent();
    return new Page<>(items, more ? position.text() : null);
  }

  /** As much of one change as there is room for. */
  private final class Piece {
    private final FeedRepository.Head change;
    private final @Nullable Inside from;
    private final List<Closed> closed = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private int room;
    private @Nullable Inside stoppedAt;

    Piece(FeedRepository.Head change, @Nullable Inside from, int room) {
      this.change = change;
      this.from = from;
      this.room = room;
    }

    FeedItem read() {
      for (boolean isOpened : new boolean[] {false, true}) {
        for (int kind = 0; kind < KINDS.size() && stoppedAt == null; kind++) {
          readKind(isOpened, kind);
        }
      }
      return new FeedItem(
          change.seq(),
          change.id(),
          change.who(),
          change.when(),
          change.why(),
          change.source(),
          change.kind(),
          closed,
          opened,
          stoppedAt == null);
    }

    private void readKind(boolean isOpened, int kind) {
      long version = from == null ? 0 : behind(from, isOpened, kind);
      if (version < 0) {
        return;
      }
      // one more than fits: whether the change goes on is then known
      int found;
      long last;
      if (isOpened) {
        List<Opened> rows = feed.opened(KINDS.get(kind), change.id(), version, room + 1);
        found = rows.size();
        List<Opened> kept = rows.subList(0, Math.min(room, found));
        opened.addAll(kept);
        last = kept.isEmpty() ? version : kept.get(kept.size() - 1).version();
      } else {
        List<Closed> rows = feed.closed(KINDS.get(kind), change.id(), version, room + 1);
        found = rows.size();
        List<Closed> kept = rows.subList(0, Math.min(room, found));
        closed.addAll(kept);
        last = kept.isEmpty() ? version : kept.get(kept.size() - 1).version();
      }
      if (found > room) {
        stoppedAt = new Inside(isOpened, kind, last);
      }
      room -= Math.min(room, found);
    }

    /** Behind which version to go on; -1 where all of the kind was told. */
    private static long behind(Inside from, boolean isOpened, int kind) {
      if (from.opened() == isOpened && from.kind() == kind) {
        return from.version();
      }
      boolean told = isOpened == from.opened() ? kind < from.kind() : from.opened();
      return told ? -1 : 0;
    }
  }
}
